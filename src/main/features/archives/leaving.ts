import { realpath } from 'node:fs/promises'
import { whyKept, type ArchiveNotes } from '../../../shared/archives/notes.ts'
import type { ArchiveId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { readNotes, type FoundNotes } from '../../archive/notesFile.ts'
import { manifestSha256Of, requireBag } from '../../archive/readBag.ts'
import { appendAudit } from '../../audit/repository.ts'
import type { Clock } from '../../clock.ts'
import { commitWhenFree } from '../../db/commitWhenFree.ts'
import type { WriteDb } from '../../db/sql.ts'
import { isBelow } from '../../files/isBelow.ts'
import type { Library } from './library/service.ts'
import { requireNotedThere } from './notes/repository.ts'
import { deleteArchive, otherPlaces, readArchive, requireUnneeded, type StoredArchive } from './repository.ts'

type Given = { db: WriteDb; clock: Clock; operator: () => { name: string }; library: Pick<Library, 'clear'> }

/**
 * Takes an archive out of the list; its folder stays. Throws CONFLICT when a run needs it, or when its notes are nowhere but
 * here.
 */
export async function forgetArchive({ db, clock, operator, library }: Given, id: ArchiveId): Promise<void> {
  const by = operator().name
  const { personName, path } = readArchive(db, id)
  requireUnneeded(db, { id, path })
  requireNotedThere(db, { id, path })
  await library.clear(id)
  await commitWhenFree(db, () => {
    deleteArchive(db, id)
    const event = { operator: by, subject: personName, detail: { path } }
    appendAudit(db, clock, { ...event, action: 'archive.forget' })
  })
}

/**
 * Moves the folder of an archive whose day has come to the wastebasket. Throws NOT_ALLOWED when it is to be kept, CONFLICT
 * when a run needs it or another archive lies in it, VALIDATION_FAILED when the name of the folder was not typed, NOT_FOUND
 * and ARCHIVE_INVALID.
 */
export async function removeArchive(
  { db, clock, operator, library }: Given,
  id: ArchiveId,
  { confirm, trash }: { confirm: string; trash: (path: string) => Promise<void> },
): Promise<void> {
  const by = operator().name
  const { path } = readArchive(db, id)
  const there = await manifestSha256Of(await requireBag(path))
  const beside = await readNotes(path)
  await requireNoneThere(db, { id, path })
  // Decided after the notes were read; a kill on the way to the wastebasket leaves who began it.
  const event = await commitWhenFree(db, () => {
    const archive = readArchive(db, id)
    requireRemovable(db, archive, { there, beside, confirm, today: clock.now().toISOString().slice(0, 10) })
    const { personName, manifestSha256, keepUntil } = archive
    const about = { operator: by, subject: personName, detail: { path, manifestSha256, keepUntil } }
    appendAudit(db, clock, { ...about, action: 'archive.removeStart' })
    return about
  })
  await trash(path)
  await library.clear(id)
  await commitWhenFree(db, () => {
    deleteArchive(db, id)
    appendAudit(db, clock, { ...event, action: 'archive.remove' })
  })
}

function requireRemovable(
  db: WriteDb,
  archive: StoredArchive,
  { there, beside, confirm, today }: { there: string; beside: FoundNotes; confirm: string; today: string },
): void {
  const stays = whyStays(archive, beside, today)
  if (stays !== null) throw new AppError('NOT_ALLOWED', `The archive stays. ${stays}`)
  requireUnneeded(db, archive)
  if (there !== archive.manifestSha256)
    throw new AppError(
      'ARCHIVE_INVALID',
      'What lies in the folder is not the archive of the list: verify it to see why.',
    )
  if (confirm !== archive.folder)
    throw new AppError('VALIDATION_FAILED', `Type the name of the folder to remove it: ${archive.folder}`)
}

/**
 * What is in the folder goes with it, under whatever name it is known: a link above a folder gives it two. Throws CONFLICT
 * where another archive, or that of a run that can still go on, lies there.
 */
async function requireNoneThere(db: WriteDb, archive: Pick<StoredArchive, 'id' | 'path'>): Promise<void> {
  const folder = await realpath(archive.path)
  for (const path of otherPlaces(db, archive)) {
    const there = await realpath(path).catch(() => null)
    if (there === null || !isBelow(there, folder)) continue
    const message =
      there === folder
        ? `This folder is also known as ${path}, where it is still needed. Remove that one from the list first.`
        : `Another archive lies in this folder and would go with it: ${path}. Move that one out of it first.`
    throw new AppError('CONFLICT', message, { path })
  }
}

type Keeping = Pick<ArchiveNotes, 'keepUntil' | 'legalHold'>

/** Why it cannot go, or null. Another installation may have put it under hold since the last look, so the file counts too. */
function whyStays(listed: Keeping, beside: FoundNotes, today: string): string | null {
  const inList = whyNotDue(listed, today)
  if (inList !== null) return inList
  if (beside.problem !== null)
    return `${beside.problem} It may hold the archive, or name another day. Save the notes anew, then try again.`
  const inFolder = beside.sha256 === null ? null : whyNotDue(beside.notes, today)
  return inFolder === null ? null : `The notes in its folder are not those of the list: look again. ${inFolder}`
}

function whyNotDue(notes: Keeping, today: string): string | null {
  return notes.legalHold === null && notes.keepUntil === null
    ? 'No day was set until which it is to be kept.'
    : whyKept(notes, today)
}
