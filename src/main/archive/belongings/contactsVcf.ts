import {
  EmailProperty,
  FNProperty,
  NProperty,
  OrgProperty,
  SpecialValueType,
  TelProperty,
  TextType,
  VCARD,
} from 'vcard4'
import type { ContactEntry } from '../../phoneSystem/port.ts'

/** The contact directory as vCard 4.0 (RFC 6350), a card at a time. */
export function* contactsVcf(contacts: readonly ContactEntry[]): Generator<string> {
  for (const contact of contacts) yield cardOf(contact)
}

function cardOf({ firstName, lastName, company, email, phoneNumber }: ContactEntry): string {
  const name = `${firstName} ${lastName}`.trim()
  const shown = [name, company, email, phoneNumber].find((part) => part !== '') ?? 'Unnamed'
  const parts = [lastName, firstName].map((part) => (part === '' ? undefined : text(part)))
  const card = new VCARD([
    new FNProperty([], text(shown)),
    ...(name === ''
      ? []
      : [new NProperty([], new SpecialValueType('nproperty', [...parts, undefined, undefined, undefined]))]),
    ...(company === '' ? [] : [new OrgProperty([], new SpecialValueType('orgproperty', [text(company)]))]),
    ...(email === '' ? [] : [new EmailProperty([], text(email))]),
    ...(phoneNumber === '' ? [] : [new TelProperty([], text(phoneNumber))]),
  ])
  return `${bareColons(card.repr().trimEnd())}\r\n`
}

/**
 * The library writes a colon as "\:", which RFC 6350 does not know: readers would show the backslash. Escapes are taken
 * from left to right, so that an escaped backslash before a colon stays; a fold may lie inside of one.
 */
function bareColons(card: string): string {
  return card.replaceAll(/\\((?:\r\n )?)(.)/g, (whole, fold: string, escaped: string) =>
    escaped === ':' ? `${fold}:` : whole,
  )
}

/** The library escapes line feeds only; a bare carriage return would begin a new line of the card. */
function text(value: string): TextType {
  return new TextType(value.replaceAll(/\r\n?/g, '\n'))
}
