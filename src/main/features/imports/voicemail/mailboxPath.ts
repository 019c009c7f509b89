import type { SourceMailbox } from './source.ts'

/** CONTEXT/NAME: tells the mailboxes of a source apart. */
export function mailboxPath({ name, context }: SourceMailbox): string {
  return context === '' ? name : `${context}/${name}`
}
