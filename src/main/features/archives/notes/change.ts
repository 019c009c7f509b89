import { joinNotes } from '../../../../shared/archives/joinNotes.ts'
import type { ArchiveNotes } from '../../../../shared/archives/notes.ts'
import type { AuditAction } from '../../../../shared/audit/actions.ts'
import type { ArchiveId } from '../../../../shared/ids.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { readNotes, writeNotes } from '../../../archive/notesFile.ts'
import { appendAudit } from '../../../audit/repository.ts'
import type { Clock } from '../../../clock.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { systemCode } from '../../../files/diskErrors.ts'
import { saveNotes } from '../library/archiveRepository.ts'
import { readArchive, type StoredArchive } from '../repository.ts'
import { readStoredNotes } from './repository.ts'

export type NotesChange = {
  /** The hash of the notes that were changed; left out where any notes may be changed. */
  base?: string | null
  action: AuditAction
  detail: Record<string, unknown>
  to(notes: ArchiveNotes): ArchiveNotes
}
type Given = { db: WriteDb; clock: Clock; operator: () => { name: string } }

/**
 * Writes notes beside the payload first and then into the list, so that another installation finds them. Where the folder
 * cannot be written they are kept here, and that is said. Throws CONFLICT when they are not what was changed.
 */
export async function changeNotes({ db, clock, operator }: Given, id: ArchiveId, what: NotesChange): Promise<void> {
  const by = operator().name
  const archive = readArchive(db, id)
  const { before, others, base } = await currentNotes(db, archive, what.base)
  const changed = what.to(before)
  const notes = others === null ? changed : joined(others, changed)
  const { sha256, problem } = await write(archive.path, notes)
  db.transaction(() => {
    saveNotes(db, id, { notes, sha256: sha256 ?? base, problem, own: sha256 === null })
    appendAudit(db, clock, {
      operator: by,
      action: what.action,
      subject: archive.personName,
      detail: { path: archive.path, ...what.detail },
    })
  }).immediate()
}

type Current = {
  before: ArchiveNotes
  /** What another installation wrote since, to be joined with the change. */
  others: ArchiveNotes | null
  /** SHA-256 of the file that all of this takes into account. */
  base: string | null
}

/** What lies beside the payload, or in the list when nothing does or when it could not be written there. */
async function currentNotes(
  db: WriteDb,
  { id, path }: StoredArchive,
  base: string | null | undefined,
): Promise<Current> {
  const { notes, base: known, own } = readStoredNotes(db, id)
  const found = await readNotes(path)
  if (found.sha256 === null) return { before: notes, others: null, base: known }
  if (own) return { before: notes, others: found.sha256 === known ? null : found.notes, base: found.sha256 }
  if (base === undefined || base === found.sha256) return { before: found.notes, others: null, base: found.sha256 }
  throw new AppError(
    'CONFLICT',
    'Somebody else has changed the notes of this archive meanwhile. Look at them, then change them again.',
  )
}

function joined(theirs: ArchiveNotes, ours: ArchiveNotes): ArchiveNotes {
  const notes = joinNotes(theirs, ours)
  if (notes !== null) return notes
  throw new AppError(
    'CONFLICT',
    'Another installation has written notes that are too long together with these. Shorten these, then save them again.',
  )
}

async function write(path: string, notes: ArchiveNotes): Promise<{ sha256: string | null; problem: string | null }> {
  try {
    return { sha256: await writeNotes(path, notes), problem: null }
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    const why = error instanceof AppError ? '' : ` (${code})`
    return {
      sha256: null,
      problem: `The folder of the archive cannot be written${why}: the notes are kept in this installation only.`,
    }
  }
}
