import type { ReadDb } from '../../../db/sql.ts'
import { emailFinder } from './repository.ts'
import type { SourceItem, SourceMailbox } from './source.ts'

/**
 * Answers a function that gives what was sent to several addresses the mailbox of the first one that a user here has; where
 * nobody has any of them, it stays in the mailbox that it lies in.
 */
export function meantMailboxes(db: ReadDb): (item: SourceItem) => SourceItem {
  const extensionOf = emailFinder(db)
  const known = new Map<string, boolean>()
  const isHere = (address: string): boolean => {
    const here = known.get(address) ?? extensionOf(address) !== null
    known.set(address, here)
    return here
  }
  const meant = (mailbox: SourceMailbox): SourceMailbox => {
    const address = mailbox.addresses?.find(isHere)
    return address === undefined ? mailbox : { ...mailbox, name: address, email: address }
  }
  return (item) => {
    if (item.kind === 'message') return { ...item, message: { ...item.message, mailbox: meant(item.message.mailbox) } }
    if (item.kind === 'greeting')
      return { ...item, greeting: { ...item.greeting, mailbox: meant(item.greeting.mailbox) } }
    return item
  }
}
