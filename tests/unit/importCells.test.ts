import { describe, expect, it } from 'vitest'
import { harmlessCell } from '../../src/main/files/csvText.ts'
import { cellText, checkCell } from '../../src/main/features/imports/users/cells.ts'
import { checkDay } from '../../src/main/features/imports/users/dayCell.ts'
import { detectDelimiter } from '../../src/main/features/imports/users/delimiter.ts'
import { columnPositions, mapHeaders } from '../../src/main/features/imports/users/headers.ts'
import { checkPhoneNumber } from '../../src/main/features/imports/users/phoneCell.ts'

describe('the headers of a users file', () => {
  it.each([
    [
      ['User.BasicInfo.UserName', 'User.BasicInfo.FirstName', 'User.BasicInfo.LastName', 'User.Voice.Number'],
      'User.Voice.Number',
    ],
    [['Login', 'Given name', 'SURNAME', 'DID'], 'DID'],
    [['user_name', 'First-Name', 'last name', 'Phone  Number'], 'Phone  Number'],
  ])('are recognized whatever their case, spaces and punctuation: %j', (headers, phone) => {
    const [userName, firstName, lastName] = headers
    expect(mapHeaders(headers)).toEqual({ userName, firstName, lastName, phoneNumber: phone })
  })

  it('take what was given before what is guessed, and leave out what is given empty', () => {
    expect(mapHeaders(['Login', 'Email', 'Mail 2'], { userName: 'Email', primaryEmail: '' })).toEqual({
      userName: 'Email',
    })
  })

  it('cannot reach the prototype of an object', () => {
    const mapping = mapHeaders(['__proto__', 'constructor', 'Login'])
    expect(Object.keys(mapping)).toEqual(['userName'])
    expect(() => mapHeaders(['Login'], JSON.parse('{"__proto__":"Login"}') as Record<string, string>)).toThrow(
      /not a column/,
    )
  })

  it('refuse a mapping to a header that the file does not have', () => {
    expect(() => mapHeaders(['Login'], { firstName: 'Vorname' })).toThrow('The file has no header "Vorname"')
  })

  it('refuse a header that stands twice, instead of reading one of the two columns', () => {
    expect(() => columnPositions(['Login', 'Login'], { userName: 'Login' })).toThrow(/stands twice/)
  })
})

describe('the delimiter', () => {
  it.each([
    ['a,b,c\n1;2;3;4;5', ','],
    ['a;b;"x,y,z"\n', ';'],
    ['a\tb, c\td\n', '\t'],
    ['\n\na;b\r\n', ';'],
    ['Login', ','],
  ])('of %j is %j', (text, expected) => {
    expect(detectDelimiter(text)).toBe(expected)
  })
})

describe('a phone number', () => {
  it.each([
    ['+1 (212) 555-0134', '+12125550134'],
    ['0049 30 1234567', '+49301234567'],
    ['+44\u00a020\u20117946\u20110000', '+442079460000'],
  ])('%s is brought into E.164 form', (text, value) => {
    expect(checkPhoneNumber(text)).toEqual({ value })
  })

  it.each([
    ['12125550134', 'has no leading plus; spreadsheets remove it'],
    ['1.21256E+10', 'was rounded by a spreadsheet'],
    ['030 1234567', 'is not a phone number with plus and country code'],
    ['+1212555013x', 'is not a phone number'],
  ])('%s is refused with the reason', (text, reason) => {
    expect(checkPhoneNumber(text)).toEqual({ reason: expect.stringContaining(reason) as string })
  })
})

describe('a day', () => {
  it.each([
    ['2026-12-03', '2026-12-03'],
    ['2026/12/3', '2026-12-03'],
    ['2026-12-03T00:00:00Z', '2026-12-03'],
    ['3.12.2026', '2026-12-03'],
    ['12/31/2026 12:00:00 AM', '2026-12-31'],
    ['31/12/2026', '2026-12-31'],
    ['4/4/2026', '2026-04-04'],
    ['31.12.9999', ''],
    ['', ''],
  ])('%j is read as %j', (text, value) => {
    expect(checkDay(text)).toEqual({ value })
  })

  it.each([
    ['2026-02-30', 'is not a day of the calendar'],
    ['31.02.2026', 'is not a day of the calendar'],
    ['13/13/2026', 'is not a day of the calendar'],
    ['3/4/2026', 'can be 2026-04-03 or 2026-03-04'],
    ['0206-12-03', 'is not a day between 1990 and 2099'],
    ['46359', 'is not a day such as 2026-12-31'],
    ['next week', 'is not a day such as 2026-12-31'],
  ])('%j is refused with the reason', (text, reason) => {
    expect(checkDay(text)).toEqual({ reason: expect.stringContaining(reason) as string })
  })

  it.each(['Leaves on', 'last day', 'Leaving Date', 'End date', 'Termination date', 'leavesOn'])(
    'of leaving stands under a header such as %j',
    (header) => {
      expect(mapHeaders(['Last name', header])).toEqual({ lastName: 'Last name', leavesOn: header })
    },
  )
})

describe('a cell', () => {
  it('loses the apostrophe that guards a formula, and only that one', () => {
    expect(cellText("'+12125550134")).toBe('+12125550134')
    expect(cellText("'t Hooft")).toBe("'t Hooft")
    expect(cellText("'=cmd")).toBe('=cmd')
  })

  it.each(["'t Hooft", "''t", "'", '=cmd', '+12125550134', '＝cmd', "'=cmd", 'Zoë', ''])(
    '%j that was exported is read back as it was',
    (text) => {
      expect(cellText(harmlessCell(text))).toBe(text)
    },
  )

  it('takes names as people have them, also those that the phone system of 8x8 would refuse', () => {
    for (const name of ['李', 'Ó', 'García de la Cruz y Fernández-Montenegro'])
      expect([checkCell.firstName(name), checkCell.lastName(name)]).toEqual([{ value: name }, { value: name }])
  })

  it('has the bounds of the phone system', () => {
    expect(checkCell.userName('ab')).toHaveProperty('reason')
    expect(checkCell.userName('a b c')).toHaveProperty('reason')
    expect(checkCell.firstName('Zoë')).toEqual({ value: 'Zoë' })
    expect(checkCell.lastName('x'.repeat(129))).toHaveProperty('reason')
    expect(checkCell.lastName('')).toEqual({ reason: 'is empty' })
    expect(checkCell.lastName('two\nlines')).toHaveProperty('reason')
    expect(checkCell.timezone('Mars/Olympus')).toHaveProperty('reason')
    expect(checkCell.timezone('America/New_York')).toEqual({ value: 'America/New_York' })
    expect(checkCell.status('Disabled')).toEqual({ value: 'INACTIVE' })
    expect(checkCell.status('maybe')).toHaveProperty('reason')
    expect(checkCell.primaryEmail('no mail')).toHaveProperty('reason')
    expect(checkCell.extensionNumber('1001.0')).toHaveProperty('reason')
  })
})
