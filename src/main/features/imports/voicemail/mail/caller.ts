import { parseCallerId } from '../asterisk/messageText.ts'
import { isOfAsterisk } from './asterisk.ts'
import type { Letter } from './letter.ts'

export type Caller = { callerName: string; callerNumber: string }

/** Asterisk writes the first of them into its mailboxes and the second into mail to people; Exchange and Teams the third. */
const numberHeaders = ['x-asterisk-vm-caller-id-num', 'x-asterisk-callerid', 'x-callingtelephonenumber']
const nameHeaders = ['x-asterisk-vm-caller-id-name', 'x-asterisk-calleridname', 'x-voicemessagesendername']

/** Who called, by the headers, else by the subject, else by the sender; a telephone system is no caller. */
export function callerOf(letter: Letter): Caller {
  const [number, name] = [numberHeaders, nameHeaders].map((headers) => firstOf(letter, headers))
  if (number !== '' || name !== '')
    return { callerName: name!.slice(0, 200), callerNumber: number!.replace(/^tel:/i, '').slice(0, 64) }
  return callerIn(letter.subject) ?? (isOfAsterisk(letter) ? unknown : parseCallerId(letter.senderName))
}

const unknown: Caller = { callerName: '', callerNumber: '' }

function firstOf({ headers }: Letter, names: readonly string[]): string {
  return names.map((name) => headers.get(name) ?? '').find((value) => value !== '') ?? ''
}

/** `… from NAME <NUMBER> 00:00:12`, `… from NAME (212) 555-0134 on …`; what follows the caller is no part of the name. */
function callerIn(subject: string): Caller | null {
  const said = /\bfrom:?\s+(.{1,200}?)(?:\s+(?:on|at|in mailbox|to)\b.*)?$/i.exec(subject)?.[1]
  if (said === undefined) return null
  const caller = said.replace(/[\s(,]*(?:\d{1,2}:\d\d(?::\d\d)?|\d+ ?s(?:ec(?:ond)?s?)?)\)?$/i, '')
  const [, name = '', number = ''] = /^(.*?)[\s([-]*(\+?\(?\d[\d\s().-]+\d)[)\]]?$/.exec(caller) ?? []
  const digits = number.replaceAll(/[^+\d]/g, '')
  if (digits.length < 3 || caller.includes('<')) return parseCallerId(caller)
  return { callerName: parseCallerId(name.trim()).callerName, callerNumber: digits.slice(0, 64) }
}
