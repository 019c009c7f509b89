import { resolve } from 'node:path'
import type { ArchiveComparison } from '../../../shared/archives/comparison.ts'
import type { ArchiveQuery, LibrarySummary, ListedArchives } from '../../../shared/archives/library.ts'
import type { ArchiveContent, ArchiveRow, Verification } from '../../../shared/archives/model.ts'
import type { ArchivedGreeting } from '../../../shared/archives/records.ts'
import type { AuditAction } from '../../../shared/audit/actions.ts'
import type { ArchiveId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { isBagThere } from '../../archive/holdsBag.ts'
import { requireBag } from '../../archive/readBag.ts'
import type { VerifyBag } from '../../archive/verify/inThread.ts'
import type { VerifyOptions } from '../../archive/verifyBag.ts'
import { appendAudit } from '../../audit/repository.ts'
import type { Clock } from '../../clock.ts'
import { commitWhenFree } from '../../db/commitWhenFree.ts'
import type { WriteDb } from '../../db/sql.ts'
import type { ListedSound } from '../../archive/audio/listedSound.ts'
import { archiveId } from '../../../shared/ids.ts'
import { findAtPath } from './library/archiveRepository.ts'
import { listArchives, summarize } from './library/listRepository.ts'
import type { Library } from './library/service.ts'
import { forgetArchive, removeArchive } from './leaving.ts'
import { readStoredNotes } from './notes/repository.ts'
import {
  findArchiveAt,
  listDamaged,
  listProblems,
  readArchive,
  rememberVerification,
  type DamagedArchive,
  type StoredArchive,
} from './repository.ts'
import type { BagReader } from './questions.ts'
import { outcomeOf, verifyArchive } from './verifyArchive.ts'

type Given = {
  db: WriteDb
  clock: Clock
  operator: () => { name: string }
  library: Library
  verifyBag: VerifyBag
  reader: BagReader
}
export type Archives = ReturnType<typeof createArchives>

/** The list of archives: those that runs made, and bags that were found or added. */
export function createArchives(given: Given) {
  const { db, clock, operator, library, verifyBag, reader } = given
  const today = (): string => clock.now().toISOString().slice(0, 10)
  /** An archive that a run has just made is read when it is first wanted. */
  const indexed = async ({ path }: StoredArchive): Promise<void> => {
    if (findAtPath(db, path)?.signature === null) await library.lookAt(path, { operator: null })
  }
  return {
    list: async (query: ArchiveQuery): Promise<ListedArchives> => {
      const { total, archives } = listArchives(db, query, today())
      return { total, archives: await Promise.all(archives.map(withPresence)) }
    },
    summary: (): LibrarySummary => summarize(db, today()),
    damaged: (): DamagedArchive[] => listDamaged(db),
    /** Null when it is not in the list. */
    findAt: (path: string): StoredArchive | null => findArchiveAt(db, resolve(path)),
    /** One whose folder is gone is answered from what is known of it. Throws NOT_FOUND, and ARCHIVE_INVALID. */
    open: async (id: ArchiveId): Promise<ArchiveContent> => {
      const archive = await withPresence(readArchive(db, id))
      if (archive.present) await indexed(archive)
      return contentOf(db, archive, reader)
    },
    /**
     * Throws NOT_FOUND, and the signal's reason; the last verdict stays then. by: asked at once, because the lock may fall
     * while a big archive is read, and the verdict is not to be lost then.
     */
    verify: async (id: ArchiveId, options: VerifyOptions, by = operator().name): Promise<Verification> => {
      const archive = readArchive(db, id)
      const result = await verifyArchive(verifyBag, findAtPath(db, archive.path)!, options)
      const { problems } = result
      const verification = await outcomeOf(archive.path, result)
      await commit(given, { by, action: 'archive.verify' }, archive, { verification, problems: problems.length }, () =>
        rememberVerification(db, id, { verification, at: clock.now().toISOString(), problems }),
      )
      return result
    },
    /** Throws NOT_FOUND and ARCHIVE_INVALID. */
    compare: async (first: ArchiveId, second: ArchiveId): Promise<ArchiveComparison> => {
      const compared = await reader.compare({
        first: readArchive(db, first).path,
        second: readArchive(db, second).path,
      })
      return { first, second, ...compared }
    },
    folderOf: (id: ArchiveId): string => readArchive(db, id).path,
    /** Remembers a bag; one that is in the list already stays as it is. Throws NOT_FOUND and ARCHIVE_INVALID. */
    add: async (folder: string, by = operator().name): Promise<ArchiveRow> => {
      const path = await requireBag(folder)
      if (findArchiveAt(db, path) === null) {
        await library.lookAt(path, { operator: null })
        const added = findArchiveAt(db, path)
        if (added === null)
          throw new AppError('ARCHIVE_INVALID', 'The archive could not be read. Verify it to see why.')
        const detail = { manifestSha256: added.manifestSha256 }
        await commit(given, { by, action: 'archive.add' }, added, detail, () => undefined)
      }
      return withPresence(findArchiveAt(db, path)!)
    },
    /** Takes it out of the list; the folder stays. Throws CONFLICT when a run needs it. */
    forget: (id: ArchiveId): Promise<void> => forgetArchive(given, id),
    /** Moves its folder to the wastebasket; confirm is the name of the folder. See removeArchive. */
    remove: (id: ArchiveId, confirm: string, trash: (path: string) => Promise<void>): Promise<void> =>
      removeArchive(given, id, { confirm, trash }),
    /** The sound of a message, by its id in voicemails.json. Throws NOT_FOUND. */
    soundOf: async (id: string, messageId: string): Promise<ListedSound> =>
      reader.sound({ bag: readArchive(db, archiveId.parse(id)).path, messageId }),
    ...greetingsIn(given),
  }
}

/** The greetings of archives, and the sound of one by its number. Both throw NOT_FOUND. */
function greetingsIn({ db, reader }: Pick<Given, 'db' | 'reader'>) {
  return {
    greetings: async (id: ArchiveId): Promise<ArchivedGreeting[]> => reader.greetings(readArchive(db, id).path),
    greetingSoundOf: async (id: ArchiveId, number: number): Promise<ListedSound> =>
      reader.greetingSound({ bag: readArchive(db, id).path, number }),
  }
}

async function contentOf(db: WriteDb, { id, path, present }: ArchiveRow, reader: BagReader): Promise<ArchiveContent> {
  const content = present ? await reader.content(path) : { files: [], fileCount: 0, bagInfo: [] }
  const { notes, base, problem } = readStoredNotes(db, id)
  const { messages: _, ...ofArchive } = notes
  return {
    archive: { ...readArchive(db, id), present },
    notes: ofArchive,
    notesBase: base,
    notesProblem: problem,
    problems: listProblems(db, id),
    ...content,
  }
}

function commit(
  { db, clock }: Given,
  { by, action }: { by: string; action: AuditAction },
  { personName, path }: Pick<StoredArchive, 'personName' | 'path'>,
  detail: object,
  change: () => void,
): Promise<void> {
  return commitWhenFree(db, () => {
    change()
    const event = { operator: by, action, subject: personName, detail: { path, ...detail } }
    appendAudit(db, clock, event)
  })
}

async function withPresence(archive: StoredArchive): Promise<ArchiveRow> {
  return { ...archive, present: await isBagThere(archive.path) }
}
