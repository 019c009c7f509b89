import { greetingOf } from '../asterisk/greetingName.ts'
import type { GreetingKind } from '../source.ts'
import type { Letter } from './letter.ts'

/**
 * What only Asterisk writes into a mail (apps/app_voicemail.c). The headers X-Asterisk-VM-* stand in the mailboxes that it
 * keeps by IMAP; a mail to a person has the mailbox in its id and the urgency in its subject.
 */
const ownId = /^<Asterisk-\d+-\d+-(.+)-\d+@/
const introduction = /^msgintro\d*\.\w+$|^msg\d+intro\.\w+$/i

export function isOfAsterisk({ messageId, headers }: Letter): boolean {
  return ownId.test(messageId ?? '') || headers.has('x-asterisk-vm-extension')
}

/** The number of the mailbox that a mail to a person came out of, or ''. */
export function mailboxInId({ messageId }: Letter): string {
  return ownId.exec(messageId ?? '')?.[1] ?? ''
}

export function isUrgent(letter: Letter): boolean {
  const flagged = /urgent/i.test(letter.headers.get('x-asterisk-vm-flag') ?? '')
  return flagged || (isOfAsterisk(letter) && /\bNew Urgent message\b/i.test(letter.subject))
}

/** Whether an attachment is what was said before a message that was forwarded. */
export function isIntroduction(letter: Letter, name: string): boolean {
  return isOfAsterisk(letter) && introduction.test(name)
}

/** The greeting that a mail of an IMAP mailbox keeps; 'unknown' for one of no kind that is known, null for a message. */
export function greetingIn({ headers }: Letter): GreetingKind | 'unknown' | null {
  const type = headers.get('x-asterisk-vm-message-type') ?? ''
  if (type === '' || type.toLowerCase() === 'message') return null
  return greetingOf(`${type}.wav`) ?? 'unknown'
}
