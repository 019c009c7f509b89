import { extensionNumber } from '../../../../shared/ids.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { mailboxPath } from './mailboxPath.ts'
import {
  emailFinder,
  extensionFinder,
  phoneNumberFinder,
  prefixedExtensionFinder,
  ringGroupFinder,
} from './repository.ts'
import type { ListedMailbox, SourceMailbox } from './source.ts'

/** Where the messages of a mailbox go: to an extension that is here or will be created, or nowhere, and why. */
export type Place = { extension: string; known: boolean } | { refused: string }

/** Finds the extension of each mailbox. Mailboxes that cannot be told from each other get none. */
export function createPlacing(db: ReadDb, listed: readonly ListedMailbox[] | null): (mailbox: SourceMailbox) => Place {
  const contexts = new Map<string, Set<string>>()
  const hold = ({ name, context }: SourceMailbox): Set<string> => {
    const holding = contexts.get(name) ?? new Set()
    contexts.set(name, holding.add(context))
    return holding
  }
  for (const { mailbox, messages } of listed ?? []) if (messages > 0) hold(mailbox)
  const places = new Map<string, Place>()
  const find = {
    extension: extensionFinder(db),
    withPrefix: prefixedExtensionFinder(db),
    ringGroup: ringGroupFinder(db),
    email: emailFinder(db),
    phoneNumber: phoneNumberFinder(db),
  }
  return (mailbox) => {
    const path = mailboxPath(mailbox)
    const known = places.get(path)
    if (known !== undefined) return known
    const other = [...(listed === null ? hold(mailbox) : (contexts.get(mailbox.name) ?? []))].find(
      (context) => context !== mailbox.context,
    )
    const place = other === undefined ? placeOf(find, mailbox) : ambiguous(mailbox, other)
    places.set(path, place)
    return place
  }
}

function ambiguous({ context }: SourceMailbox, other: string): Place {
  return {
    refused: `the mailbox exists in the contexts ${context} and ${other}. Choose one of them.`,
  }
}

type Finder = (asked: string) => string | null
type Find = Record<'extension' | 'withPrefix' | 'ringGroup' | 'email' | 'phoneNumber', Finder>

function placeOf(find: Find, mailbox: SourceMailbox): Place {
  const { name, email, phoneNumber = '', sitePrefixed = false, otherwise } = mailbox
  if (extensionNumber.safeParse(name).success) {
    const group = find.ringGroup(name)
    if (group !== null) return { refused: `${name} is the number of the ring group ${group}.` }
    if (find.extension(name) !== null) return { extension: name, known: true }
    const short = sitePrefixed ? find.withPrefix(name) : null
    return { extension: short ?? name, known: short !== null }
  }
  const extension = find.email(email) ?? find.phoneNumber(phoneNumber)
  if (extension !== null) return { extension, known: true }
  if (extensionNumber.safeParse(otherwise).success)
    return placeOf(find, { name: otherwise!, context: '', holder: '', email: '' })
  return { refused: whyRefused(mailbox) }
}

function whyRefused({ name, email, remedy }: SourceMailbox): string {
  const nobody = email === '' ? '' : `, and nobody who has an extension here has the email address ${email}`
  return `${name} is not an extension of 2 to 10 digits${nobody}.${remedy === undefined ? '' : ` ${remedy}`}`
}
