import { joinNotes } from '../../../../shared/archives/joinNotes.ts'
import type { ArchiveNotes } from '../../../../shared/archives/notes.ts'
import type { AuditAction } from '../../../../shared/audit/actions.ts'
import type { ArchiveId } from '../../../../shared/ids.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { readNotes, writeNotes, type FoundNotes } from '../../../archive/notesFile.ts'
import { appendAudit } from '../../../audit/repository.ts'
import type { Clock } from '../../../clock.ts'
import { commitWhenFree } from '../../../db/commitWhenFree.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { systemCode } from '../../../files/diskErrors.ts'
import { saveNotes } from '../library/archiveRepository.ts'
import { readArchive } from '../repository.ts'
import { readStoredNotes, type StoredNotes } from './repository.ts'

export type NotesChange = {
  /** The hash of the notes that were changed; left out where any notes may be changed. */
  base?: string | null
  action: AuditAction
  detail: Record<string, unknown>
  to(notes: ArchiveNotes): ArchiveNotes
}
type Given = { db: WriteDb; clock: Clock; operator: () => { name: string } }

/** So often somebody else can write between a look and a write before it is said. */
const tries = 5

/**
 * Writes notes beside the payload first and then into the list, so that another installation finds them. What that one has
 * written since is joined with the change. Where the folder cannot be written they are kept here, and that is said. Throws
 * CONFLICT when the notes of the list are not what was changed, or both are too long together.
 */
export async function changeNotes(given: Given, id: ArchiveId, what: NotesChange): Promise<void> {
  const by = given.operator().name
  for (let left = tries; left > 0; left -= 1) if (await tryChange(given, id, { ...what, by })) return
  throw new AppError(
    'CONFLICT',
    'Another installation is writing notes of this archive all the time. Try again in a moment.',
  )
}

/** False, and nothing is changed, when somebody else has written between the look and the write. */
async function tryChange(
  { db, clock }: Given,
  id: ArchiveId,
  { by, action, detail, ...what }: NotesChange & { by: string },
): Promise<boolean> {
  const archive = readArchive(db, id)
  const found = await readNotes(archive.path)
  const stored = readStoredNotes(db, id)
  const notes = changedNotes(stored, found, what)
  const written = await write(archive.path, notes, found)
  if (written === null) return false
  const { sha256, problem, kept } = written
  const base = found.sha256 ?? stored.base
  await commitWhenFree(db, () => {
    saveNotes(db, id, { notes, sha256: sha256 ?? base, problem, own: sha256 === null })
    appendAudit(db, clock, {
      operator: by,
      action,
      subject: archive.personName,
      detail: { path: archive.path, ...detail, ...(kept !== null && { damagedNotes: kept }) },
    })
  })
  return true
}

/** The change, made to what lies beside the payload, or in the list when nothing does or when it could not be written there. */
function changedNotes(
  stored: StoredNotes,
  found: FoundNotes,
  { base, to }: Pick<NotesChange, 'base' | 'to'>,
): ArchiveNotes {
  if (found.sha256 === null) return to(stored.notes)
  if (stored.own) return found.sha256 === stored.base ? to(stored.notes) : joined(found.notes, to(stored.notes))
  if (base !== undefined && base !== stored.base && base !== found.sha256)
    throw new AppError(
      'CONFLICT',
      'Somebody else has changed the notes of this archive meanwhile. Look at them, then change them again.',
    )
  if (found.sha256 === stored.base || found.sha256 === base) return to(found.notes)
  return joined(found.notes, to(stored.notes), stored.notes)
}

function joined(theirs: ArchiveNotes, ours: ArchiveNotes, base?: ArchiveNotes): ArchiveNotes {
  const notes = joinNotes(theirs, ours, base)
  if (notes !== null) return notes
  throw new AppError(
    'CONFLICT',
    'Another installation has written notes that are too long together with these. Shorten these, then save them again.',
  )
}

type Written = { sha256: string | null; problem: string | null; kept: string | null }

/** Null when somebody else has written meanwhile. */
async function write(path: string, notes: ArchiveNotes, found: FoundNotes): Promise<Written | null> {
  if (found.refused !== null) return here(`Notes in the folder of the archive cannot be read (${found.refused})`)
  try {
    const written = await writeNotes(path, notes, found)
    return written === null ? null : { ...written, problem: null }
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return here(`The folder of the archive cannot be written${error instanceof AppError ? '' : ` (${code})`}`)
  }
}

function here(why: string): Written {
  return { sha256: null, kept: null, problem: `${why}: the notes are kept in this installation only.` }
}
