import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { AppError } from '../../../../../shared/ipc/errors.ts'

/** A file or folder that is left out, and why; file is relative to the folder that was chosen. */
export type Skipped = { file: string; reason: string }
export type SpoolMailbox = { context: string; mailbox: string; path: string }
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

/** spool/voicemail/CONTEXT/MAILBOX: no mailbox lies deeper. */
const deepest = 3

/**
 * Finds the mailboxes under a spool, its voicemail folder, a context, or one mailbox. A mailbox that is reached by
 * symbolic links too (FreePBX's device folder) counts once; links out of the chosen folder are not followed.
 * Throws FILE_PROBLEM when the folder cannot be read, IMPORT_REJECTED when it has no mailbox.
 */
export async function openSpool(path: string): Promise<Spool> {
  const root = await realpath(path).catch((cause: unknown) => {
    throw new AppError(
      'FILE_PROBLEM',
      'The voicemail folder does not exist or cannot be read. Check its path.',
      {},
      { cause },
    )
  })
  const skipped: Skipped[] = []
  const found: (SpoolMailbox & { linked: boolean })[] = []
  const visit = async (folder: SpoolFolder, context: string, depth: number): Promise<void> => {
    const inside = await foldersIn(root, folder.path, skipped)
    if (inside.some((one) => messageFolders.has(one.name)))
      return void found.push({ context, mailbox: folder.name, path: folder.path, linked: folder.linked })
    if (depth === deepest) return
    const spool = depth === 0 ? inside.filter((one) => one.name === 'voicemail') : []
    for (const one of spool.length > 0 ? spool : inside)
      await visit({ ...one, linked: one.linked || folder.linked }, folder.name, depth + 1)
  }
  await visit({ name: basename(root), path: root, linked: false }, basename(dirname(root)), 0)
  if (found.length === 0)
    throw new AppError(
      'IMPORT_REJECTED',
      'The folder holds no Asterisk mailbox. Choose the spool folder, its voicemail folder, a context, or one mailbox.',
    )
  return { root, mailboxes: distinct(found), skipped }
}

/** The folders inside a folder, with links resolved; what leads out of the root is reported instead. */
export async function foldersIn(root: string, path: string, skipped: Skipped[]): Promise<SpoolFolder[]> {
  const folders: SpoolFolder[] = []
  for (const entry of await entriesOf(root, path, skipped)) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) folders.push({ name: entry.name, path: child, linked: false })
    if (!entry.isSymbolicLink()) continue
    const target = await realpath(child).catch(() => null)
    if (target === null) skipped.push({ file: relative(root, child), reason: 'The symbolic link leads nowhere.' })
    else if (target !== root && !target.startsWith(root + sep))
      skipped.push({ file: relative(root, child), reason: 'The symbolic link leads out of the chosen folder.' })
    else if ((await stat(target)).isDirectory()) folders.push({ name: entry.name, path: target, linked: true })
  }
  return folders
}

export async function entriesOf(root: string, path: string, skipped: Skipped[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    skipped.push({ file: relative(root, path), reason: 'The folder cannot be read. Check its permissions.' })
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
