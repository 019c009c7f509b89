import type { Letter } from './letter.ts'

export type MailState = { read: boolean; folder: string }

/** X-Mozilla-Status: read, and deleted but still in the file until the folder is compacted. */
const mozillaRead = 0x0001
const mozillaDeleted = 0x0008

/**
 * What the program that kept a mail says of it: a Maildir by flags, an mbox by Status, Thunderbird by X-Mozilla-Status,
 * Gmail's export by its labels. A mail alone says nothing, and comes in as not heard.
 */
export function stateOf({ headers, flags }: Letter): MailState {
  const mozilla = Number.parseInt(headers.get('x-mozilla-status') ?? '0', 16) || 0
  const labels = (headers.get('x-gmail-labels') ?? '').split(',').map((label) => label.trim().toLowerCase())
  const seen = flags.includes('S') || (headers.get('status') ?? '').includes('R')
  const read = seen || (mozilla & mozillaRead) !== 0 || labels.includes('opened')
  const deleted = flags.includes('T') || (mozilla & mozillaDeleted) !== 0 || labels.includes('trash')
  return { read, folder: deleted ? 'Deleted' : 'INBOX' }
}
