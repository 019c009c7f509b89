import { whyKept } from '../../../shared/archives/notes.ts'
import type { ArchiveId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { requireBag } from '../../archive/readBag.ts'
import { appendAudit } from '../../audit/repository.ts'
import type { Clock } from '../../clock.ts'
import type { WriteDb } from '../../db/sql.ts'
import { clearMessages } from './library/takeScan.ts'
import { deleteArchive, readArchive, requireUnneeded } from './repository.ts'

type Given = { db: WriteDb; clock: Clock; operator: () => { name: string } }

/** Takes an archive out of the list; its folder stays. Throws CONFLICT when a run needs it. */
export async function forgetArchive({ db, clock, operator }: Given, id: ArchiveId): Promise<void> {
  const { personName, path } = readArchive(db, id)
  requireUnneeded(db, id)
  await clearMessages(db, id)
  db.transaction(() => {
    deleteArchive(db, id)
    const event = { operator: operator().name, subject: personName, detail: { path } }
    appendAudit(db, clock, { ...event, action: 'archive.forget' })
  }).immediate()
}

/**
 * Moves the folder of an archive whose day has come to the wastebasket. Throws NOT_ALLOWED when it is to be kept, CONFLICT
 * when a run needs it, VALIDATION_FAILED when the name of the folder was not typed.
 */
export async function removeArchive(
  { db, clock, operator }: Given,
  id: ArchiveId,
  { confirm, trash }: { confirm: string; trash: (path: string) => Promise<void> },
): Promise<void> {
  const archive = readArchive(db, id)
  const { personName, path, folder, manifestSha256, keepUntil } = archive
  const kept =
    keepUntil === null
      ? 'No day was set until which it is to be kept.'
      : whyKept(archive, clock.now().toISOString().slice(0, 10))
  if (kept !== null) throw new AppError('NOT_ALLOWED', `The archive stays. ${kept}`)
  requireUnneeded(db, id)
  if (confirm !== folder) throw new AppError('VALIDATION_FAILED', `Type the name of the folder to remove it: ${folder}`)
  await requireBag(path)
  await trash(path)
  await clearMessages(db, id)
  db.transaction(() => {
    deleteArchive(db, id)
    const event = { operator: operator().name, subject: personName, detail: { path, manifestSha256, keepUntil } }
    appendAudit(db, clock, { ...event, action: 'archive.remove' })
  }).immediate()
}
