import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { whyNotRead } from '../leftOut.ts'
import { greetingOf } from './greetingName.ts'

/** A file or folder that is left out, and why; file is relative to the folder that was chosen. messages: that it holds. */
export type Skipped = { file: string; reason: string; messages: number }
export type SpoolMailbox = { context: string; mailbox: string; path: string }
/** root: the real path of the folder that was chosen; every file of the spool lies under it. */
export type Spool = { root: string; mailboxes: SpoolMailbox[]; skipped: Skipped[] }
export type SpoolFolder = { name: string; path: string; linked: boolean }

/** The folders of a mailbox that hold messages (Asterisk, apps/app_voicemail.c). */
export const messageFolders: ReadonlySet<string> = new Set([
  'INBOX',
  'Old',
  'Work',
  'Family',
  'Friends',
  'Cust1',
  'Cust2',
  'Cust3',
  'Cust4',
  'Cust5',
  'Deleted',
  'Urgent',
])

/** Ways from a folder that somebody may choose to the one that holds contexts: the disk of a server, a copy of its spool. */
const waysDown = ['var/spool/asterisk/voicemail', 'spool/asterisk/voicemail', 'asterisk/voicemail', 'voicemail']
/** CONTEXT/MAILBOX: no mailbox lies deeper. */
const deepest = 2

/**
 * Finds the mailboxes under the disk of a server, a spool, its voicemail folder, a context, or one mailbox. A mailbox that
 * is reached by symbolic links too (FreePBX's device folder) counts once; links out of the chosen folder are not followed.
 * Throws FILE_PROBLEM when the folder cannot be read, IMPORT_REJECTED when it has no mailbox.
 */
export function openSpool(path: string): Spool {
  const root = realRoot(path)
  const skipped: Skipped[] = []
  const found: (SpoolMailbox & { linked: boolean })[] = []
  const visit = (folder: SpoolFolder, context: string, depth: number): void => {
    if (isMailbox(root, folder.path, skipped))
      return void found.push({ context, mailbox: folder.name, path: folder.path, linked: folder.linked })
    if (depth === deepest) return
    for (const one of foldersIn(root, folder.path, skipped))
      visit({ ...one, linked: one.linked || folder.linked }, folder.name, depth + 1)
  }
  const top = voicemailFolder(root)
  visit({ name: basename(top), path: top, linked: false }, basename(dirname(top)), 0)
  if (found.length === 0)
    throw new AppError(
      'IMPORT_REJECTED',
      'The folder holds no Asterisk mailbox. Choose the spool folder, its voicemail folder, a context, or one mailbox.',
    )
  return { root, mailboxes: distinct(found), skipped }
}

function realRoot(path: string): string {
  try {
    const root = realpathSync(path)
    readdirSync(root)
    return root
  } catch (cause) {
    throw new AppError(
      'FILE_PROBLEM',
      'The voicemail folder does not exist or cannot be read. Check its path.',
      {},
      { cause },
    )
  }
}

/** A link on the way down would lead out of what was chosen. */
function voicemailFolder(root: string): string {
  for (const way of waysDown) {
    const path = join(root, way)
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true && realpathSync(path) === path) return path
  }
  return root
}

function isMailbox(root: string, path: string, skipped: Skipped[]): boolean {
  return entriesOf(root, path, skipped).some(
    (entry) =>
      (messageFolders.has(entry.name) && !entry.isFile()) || (entry.isFile() && greetingOf(entry.name) !== null),
  )
}

/** The folders inside a folder, with links resolved; what leads out of the root is reported instead. */
export function foldersIn(root: string, path: string, skipped: Skipped[]): SpoolFolder[] {
  const folders: SpoolFolder[] = []
  for (const entry of entriesOf(root, path, skipped)) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) folders.push({ name: entry.name, path: child, linked: false })
    if (!entry.isSymbolicLink()) continue
    const target = resolveLink(child)
    if (target === null)
      skipped.push({ file: relative(root, child), reason: 'The symbolic link leads nowhere.', messages: 0 })
    else if (target !== root && !target.startsWith(root + sep))
      skipped.push({
        file: relative(root, child),
        reason: 'The symbolic link leads out of the chosen folder.',
        messages: 0,
      })
    else if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true)
      folders.push({ name: entry.name, path: target, linked: true })
  }
  return folders
}

function resolveLink(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

export function entriesOf(root: string, path: string, skipped: Skipped[]): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    skipped.push({ file: relative(root, path), reason: whyNotRead(path), messages: 0 })
    return []
  }
}

/** Each real place once; its own name wins over the names of links to it. */
export function distinct<T extends { path: string; linked: boolean }>(found: readonly T[]): T[] {
  const places = new Map<string, T>()
  for (const one of found.toSorted((a, b) => Number(a.linked) - Number(b.linked)))
    if (!places.has(one.path)) places.set(one.path, one)
  return [...places.values()]
}
