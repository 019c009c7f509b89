import { lstat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { FoundMessages, LibraryFolder, LookResult, MessageQuery } from '../../../../shared/archives/library.ts'
import type { ArchiveId, LibraryFolderId } from '../../../../shared/ids.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { appendAudit } from '../../../audit/repository.ts'
import type { Clock, Ids } from '../../../clock.ts'
import { commitWhenFree } from '../../../db/commitWhenFree.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { isBelow } from '../../../files/isBelow.ts'
import { requireNotedThere } from '../notes/repository.ts'
import { deleteArchive } from '../repository.ts'
import { listKnown, type KnownArchive } from './archiveRepository.ts'
import type { Clear } from './clearing.ts'
import { deleteFolder, findFolder, insertFolder, listFolders } from './folderRepository.ts'
import type { Look } from './inThread.ts'
import { everywhere, type LookOptions } from './looks.ts'
import { searchMessages } from './searchRepository.ts'

type Given = { db: WriteDb; clock: Clock; ids: Ids; look: Look; clear: Clear }
export type Library = ReturnType<typeof createLibrary>

/** The archives of any number of folders, made from the bags alone. */
export function createLibrary(given: Given) {
  const { db, look, clear } = given
  const queued = oneAfterTheOther()
  return {
    folders: (): LibraryFolder[] => listFolders(db),
    /** Everything: the folders, and the archives that lie elsewhere. Throws CANCELLED. */
    look: (options: LookOptions): Promise<LookResult> => queued(() => look(everywhere(db), options)),
    /** One folder, or one bag. Throws CANCELLED. */
    lookAt: (path: string, options: LookOptions): Promise<LookResult> => queued(() => look([path], options)),
    addFolder: (folder: string, operator: string) => addFolder(given, folder, operator),
    removeFolder: (id: LibraryFolderId, operator: string): Promise<void> =>
      queued(() => removeFolder(given, id, operator)),
    /** What is in an archive is not found any more. */
    clear: (id: ArchiveId): Promise<void> => clear([id]),
    /** hears: transcripts are looked through, too. */
    search: (query: MessageQuery, hears = true): FoundMessages => searchMessages(db, query, hears),
  }
}

/** Two looks at once would find the same bag twice. */
function oneAfterTheOther(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}

/** Throws NOT_FOUND when it is not a folder. */
async function addFolder({ db, clock, ids }: Given, folder: string, operator: string): Promise<LibraryFolder> {
  const path = resolve(folder)
  const stats = await lstat(path).catch(() => null)
  if (stats?.isDirectory() !== true)
    throw new AppError('NOT_FOUND', `${path} is not a folder. Choose the folder that the archives lie in.`)
  await commitWhenFree(db, () => {
    insertFolder(db, { id: ids.next(), path, at: clock.now().toISOString() })
    appendAudit(db, clock, { operator, action: 'library.addFolder', subject: path, detail: {} })
  })
  return listFolders(db).find((one) => one.path === path)!
}

/**
 * Takes the folder and what was found in it out of the list; archives that a run made here stay. Throws NOT_FOUND, and
 * CONFLICT when notes of one are nowhere but here.
 */
async function removeFolder({ db, clock, clear }: Given, id: LibraryFolderId, operator: string): Promise<void> {
  const folder = findFolder(db, id)
  if (folder === null) throw new AppError('NOT_FOUND', 'This folder is not in the list any more.', { id })
  const found = foundOnlyIn(db, folder)
  for (const one of found) requireNotedThere(db, one)
  await clear(found.map((one) => one.id))
  await commitWhenFree(db, () => {
    for (const one of found) deleteArchive(db, one.id)
    deleteFolder(db, id)
    const detail = { archives: found.length }
    appendAudit(db, clock, { operator, action: 'library.removeFolder', subject: folder.path, detail })
  })
}

function foundOnlyIn(db: WriteDb, folder: LibraryFolder): KnownArchive[] {
  const others = listFolders(db).filter(({ id }) => id !== folder.id)
  return listKnown(db).filter(
    ({ path, runId }) =>
      runId === null && isBelow(path, folder.path) && !others.some((other) => isBelow(path, other.path)),
  )
}
