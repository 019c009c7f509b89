import { describe, expect, it } from 'vitest'
import { contactsVcf } from '../../src/main/archive/belongings/contactsVcf.ts'

const nobody = { firstName: '', lastName: '', company: '', email: '', phoneNumber: '' }

/** Reads the properties of one card as RFC 6350 says: unfolded (3.2), values unescaped (3.4), components at semicolons. */
function read(card: string): Record<string, string[]> {
  const lines = card.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const known = /\\[\\,;nN]/g
  expect(lines.map((line) => line.replaceAll(known, '')).filter((line) => line.includes('\\'))).toEqual([])
  const properties: Record<string, string[]> = {}
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z]+)[^:]*:(.*)$/s.exec(line) ?? []
    const components: string[] = value.match(/(?:\\.|[^;\\])+|(?<=^|;)(?=;|$)/gs) ?? []
    properties[name] = components.map((one) =>
      one.replaceAll(/\\(.)/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped)),
    )
  }
  return properties
}

describe('contacts.vcf', () => {
  it('reads back a colon, a comma, a semicolon, a line break and a backslash as they were', () => {
    const odd = 'Sales: EMEA, north; line 1\nline 2 C:\\temp \\: end'
    const [card] = [...contactsVcf([{ ...nobody, lastName: odd, firstName: 'Ann, B:C;D', company: odd }])]
    const { FN, N, ORG } = read(card!)
    expect(FN).toEqual([`Ann, B:C;D ${odd}`])
    expect(N!.slice(0, 2)).toEqual([odd, 'Ann, B:C;D'])
    expect(ORG).toEqual([odd])
  })

  it('reads back a colon wherever a folded line breaks', () => {
    for (let length = 55; length < 80; length += 1) {
      const company = `${'x'.repeat(length)}:${'y'.repeat(80)}:ü:`
      const [card] = [...contactsVcf([{ ...nobody, company }])]
      expect(read(card!)['ORG']).toEqual([company])
    }
  })
})
