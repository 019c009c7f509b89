import type { SourceMailbox } from './source.ts'

/** CONTEXT/NAME: tells the mailboxes of a source apart. */
export function mailboxPath(mailbox: SourceMailbox): string {
  const name = mailboxName(mailbox)
  return mailbox.context === '' ? name : `${mailbox.context}/${name}`
}

/** What a mailbox is called; one address may get the mail of several. */
export function mailboxName({ name, otherwise = '' }: SourceMailbox): string {
  return otherwise === '' || otherwise === name ? name : `${name} (${otherwise})`
}
