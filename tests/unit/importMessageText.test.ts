import { describe, expect, it } from 'vitest'
import { parseCallerId, parseMessageText } from '../../src/main/features/imports/voicemail/asterisk/messageText.ts'

const whole = `;
; Message Information file
;
[message]
origmailbox=1001
context=from-pstn
exten=1001
rdnis=unknown
priority=2
callerchan=PJSIP/trunk-00000012
callerid="Dana = Whitfield" <+12125550134>
origdate=Tue Sep  8 02:14:05 PM UTC 2026
origtime=1788876845
category=
msg_id=1788876845-0000000a
flag=Urgent
duration=37
`

describe('the text file of a message', () => {
  it('is read whole', () => {
    expect(parseMessageText(whole)).toEqual({
      callerName: 'Dana = Whitfield',
      callerNumber: '+12125550134',
      receivedAt: 1788876845,
      duration: 37,
      messageId: '1788876845-0000000a',
      urgent: true,
    })
  })

  it('is read whatever its line ends', () => {
    expect(parseMessageText(whole.replaceAll('\n', '\r\n'))).toEqual(parseMessageText(whole))
  })

  it.each([0, 40, 130, 190, 230, 250, 262, 300])(
    'is read as far as it goes when it is torn after %i bytes',
    (length) => {
      const { callerName, duration, ...rest } = parseMessageText(whole.slice(0, length))
      expect(duration).toBeNull()
      expect(rest.messageId).toSatisfy((id) => id === null || typeof id === 'string')
      expect(callerName.length).toBeLessThan(20)
    },
  )

  it('does not take a cut number for a time', () => {
    const cut = whole.slice(0, whole.indexOf('origtime=') + 'origtime=17888'.length).replace(/origdate=.*\n/, '')
    expect(parseMessageText(cut).receivedAt).toBeNull()
    expect(parseMessageText(`${cut}\n`).receivedAt).toBeNull()
  })

  it('takes the written date when the seconds are missing or spoiled', () => {
    for (const spoiled of ['', 'origtime=17888768x5\n', 'origtime=9999999999\n'])
      expect(parseMessageText(whole.replace('origtime=1788876845\n', spoiled)).receivedAt).toBe(1788876845)
    expect(parseMessageText('origdate=Tue Sep  8 12:00:00 AM UTC 2026\n').receivedAt).toBe(Date.UTC(2026, 8, 8) / 1000)
    expect(parseMessageText('origdate=Tue Foo  8 12:00:00 AM UTC 2026\n').receivedAt).toBeNull()
  })

  it('does not let a hostile id into the key', () => {
    expect(parseMessageText('msg_id=../../etc/passwd\n').messageId).toBeNull()
  })
})

describe('a caller id', () => {
  it.each([
    ['"Dana" <+12125550134>', 'Dana', '+12125550134'],
    ['Dana Whitfield <1001>', 'Dana Whitfield', '1001'],
    ['"Dana \\"D\\" W" <1001>', 'Dana "D" W', '1001'],
    ['"" <1001>', '', '1001'],
    ['<1001>', '', '1001'],
    ['12125550134', '', '12125550134'],
    ['Unknown', '', ''],
    ['"Anonymous" <anonymous>', '', ''],
    ['"Dana" <+1212', 'Dana', '+1212'],
    ['"Dana', '"Dana', ''],
    ['', '', ''],
  ])('%s is %s and %s', (text, callerName, callerNumber) => {
    expect(parseCallerId(text)).toEqual({ callerName, callerNumber })
  })
})
