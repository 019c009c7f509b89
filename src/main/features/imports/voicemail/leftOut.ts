import { isBrokenName } from '../../../files/brokenName.ts'
import type { LeftOut } from './source.ts'

// Why something is left out, where several sources leave it out.

export const introductionLeftOut = 'The introduction to a forwarded message is not imported, only the message.'
export const greetingLeftOut = 'The greeting is not in use: the mailbox plays another one, or none.'
export const linkLeftOut = 'It is a link or no file, and is not followed.'

/** Why a folder is left out with all that is in it. */
export function whyNotRead(folder: string): string {
  return isBrokenName(folder)
    ? 'The name of the folder is not UTF-8, so it cannot be opened. Rename it, and import again.'
    : 'The folder cannot be read. Check its permissions.'
}

/** Folders that could not be looked into; each may hold any number of messages. */
export function notRead(unread: readonly { path: string }[]): LeftOut[] {
  return unread.map(({ path }) => ({ file: path, reason: whyNotRead(path), messages: 0 }))
}
