import { describe, expect, it } from 'vitest'
import { bagFolderName } from '../../src/main/archive/folderName.ts'
import { createListing } from '../../src/main/archive/listing.ts'
import { mailbox } from '../support/person.ts'

const controls = Array.from({ length: 33 }, (_, code) => `a${String.fromCharCode(code)}b`)
const reserved = [
  'CON',
  'con.wav',
  'PRN',
  'AUX',
  'NUL',
  'COM1',
  'COM¹',
  'LPT9',
  'LPT³.txt',
  'CONIN$',
  'CLOCK$',
  '$MFT',
  'desktop.ini',
]
const escapes = [
  '../../etc/passwd',
  '..\\..\\windows',
  '/etc/shadow',
  'C:\\x',
  '\\\\server\\share',
  '~root',
  '.',
  '..',
  '...',
  '-rf',
  'a/../b',
  '%2e%2e%2f',
  'file:///x',
  'data/voicemail/0001',
]
const shells = [
  '$(reboot)',
  '`id`',
  '; rm -rf /',
  '| cat',
  '> out',
  '< in',
  '* ? "',
  "' OR 1=1 --",
  '&& x',
  '!!',
  '{a,b}',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt;',
  '%n%s%0a',
  '=cmd|calc',
]
const invisible = [
  '\u202egnp.exe',
  '\u200b',
  'a\u200bb',
  '\ufeff',
  '\u2066x\u2069',
  '\u00ad',
  '\u034f',
  '\u3164',
  '\u2028x',
  '\ud800',
  'x\udc00',
  '\u{e0001}',
  '\u{10ffff}',
  '\ue000',
  'a\u0000.wav',
]
const long = [
  'x'.repeat(4000),
  'é'.repeat(500),
  'e\u0301'.repeat(500),
  '😀'.repeat(300),
  '漢'.repeat(300),
  '👨‍👩‍👧‍👦'.repeat(60),
  `a${'\u0301'.repeat(900)}`,
  `${'x'.repeat(59)} .`,
  `${'x'.repeat(60)}😀`,
]
const ends = ['trailing.', 'trailing ', ' . . ', 'dots...', '   ', '', '\t', 'a.', '. hidden', '.hidden']
const real = [
  'Ana Ortiz',
  'ana ortiz',
  'ANA ORTIZ',
  "O'Brien",
  'Zoë Ångström',
  'Zoë Ångström',
  'ß',
  'SS',
  'İ',
  'i̇',
  'ﬁ',
  'fi',
  'Ⅷ',
  '李雷',
  'أحمد',
  'דנה',
  'नमस्ते',
  'Müller (Büro)',
  'Smith, J. & Sons',
  'a#1@x',
  '+1 212 555 0134',
]
const hostile = [...controls, ...reserved, ...escapes, ...shells, ...invisible, ...long, ...ends, ...real]

function filesFor(callers: readonly string[]): string[] {
  const { messages } = mailbox(callers.length, () => ({ timezone: 'UTC' }))
  return messages
    .map((message, index) => ({ ...message, callerName: callers[index]!, callerNumber: '' }))
    .map(createListing(messages.length))
    .map(({ file }) => file)
}

describe('createListing', () => {
  const files = filesFor(hostile)
  const names = files.map((file) => file.replace('data/voicemail/', ''))

  it('is tried with more than a hundred hostile callers', () => {
    expect(hostile.length).toBeGreaterThan(100)
  })

  it.each(names.map((name, index) => [name, JSON.stringify(hostile[index]!.slice(0, 20))]))(
    'writes %j for the caller %s',
    (name) => {
      expect(name).toMatch(/^\d{4} \d{4}-\d\d-\d\d \d\d\.\d\d [^ ]/)
      expect(name).toMatch(/[^ .]\.wav$/)
      expect(name).not.toMatch(/[<>:"/\\|?*%$`~;{}!=\p{C}\u2028\u2029]/u)
      expect(name).toBe(name.normalize('NFC'))
      expect(name.length).toBeLessThanOrEqual(150)
      expect(Buffer.byteLength(`.${name}.partial`)).toBeLessThanOrEqual(255)
    },
  )

  it('names no two files alike, however case and letters are folded', () => {
    expect(new Set(files.map((file) => file.normalize('NFKC').toLowerCase().toUpperCase())).size).toBe(files.length)
  })

  it('says the time of the mailbox, not of this computer', () => {
    const message = {
      ...mailbox(1).messages[0]!,
      callerName: '',
      callerNumber: '+12125550134',
      receivedAt: '2026-11-02T19:05:00.000Z',
    }
    const first = (one: typeof message): string => createListing(1)(one).file
    expect(first(message)).toBe('data/voicemail/0001 2026-11-02 14.05 +1 212 555 0134.wav')
    expect(first({ ...message, timezone: 'Asia/Kolkata' })).toContain('2026-11-03 00.35')
    expect(first({ ...message, timezone: 'Not/AZone' })).toContain('2026-11-02 19.05')
  })

  it('keeps the order of the listing when there are more than 9,999', () => {
    const message = mailbox(1).messages[0]!
    const list = createListing(10_000)
    const many = Array.from({ length: 10_000 }, () => list(message).file)
    expect(many.toSorted()).toEqual(many)
  })
})

describe('bagFolderName', () => {
  it('is the time of this computer and the name', () => {
    expect(bagFolderName('Dana Whitfield', new Date(2026, 10, 23, 10, 42))).toBe('2026-11-23 1042 Dana Whitfield')
  })

  it.each(hostile.map((name) => [JSON.stringify(name.slice(0, 20)), name]))(
    'keeps %s inside its folder',
    (_shown, name) => {
      const folder = bagFolderName(name, new Date(2026, 10, 23, 10, 42))
      expect(folder).toMatch(/^2026-11-23 1042 [^ .]/)
      expect(folder).not.toMatch(/[<>:"/\\|?*%\p{C}]|[ .]$/u)
      expect(Buffer.byteLength(folder)).toBeLessThanOrEqual(200)
    },
  )
})
