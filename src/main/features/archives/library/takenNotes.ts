import { joinNotes } from '../../../../shared/archives/joinNotes.ts'
import type { FoundNotes } from '../../../archive/notesFile.ts'
import { digest } from '../../../digest.ts'
import type { StoredNotes } from '../notes/repository.ts'
import type { NotesToSave } from './archiveRepository.ts'

const apart =
  'The folder of the archive could not be written: notes of this installation are not there yet. Change the notes to try again.'
const tooLong = 'Notes of this installation and those in the folder are too long together. Shorten one of them.'

const gone =
  'The file with the notes is not in the folder of the archive any more: its notes are kept here. Change the notes to write it again.'

/**
 * The notes of an archive that a scan found. The file beside the payload decides. Nobody who empties notes removes it, so when
 * it is gone, or damaged, the last good ones stay, and are nowhere else then: a legal hold does not end with a file. Notes
 * that are kept here are joined with the file.
 */
export function takenNotes(stored: StoredNotes, found: FoundNotes): NotesToSave {
  const last = asStored(stored)
  if (found.sha256 === null) {
    if (stored.own) return { ...last, problem: found.problem ?? stored.problem }
    const nothing = stored.base === null || digest(stored.notes) === digest(found.notes)
    if (found.problem === null && nothing) return found
    // Without a base: whatever the file says when it is there again is joined with these.
    return { notes: stored.notes, sha256: null, problem: found.problem ?? gone, own: true }
  }
  if (!stored.own || digest(stored.notes) === found.sha256) return found
  // The file is the one that ours were changed from: joined with it, what was taken away would come back.
  if (found.sha256 === stored.base) return last
  const notes = joinNotes(found.notes, stored.notes)
  if (notes === null) return { ...last, problem: tooLong }
  const same = digest(notes) === found.sha256
  return { notes, sha256: found.sha256, problem: same ? null : apart, own: !same }
}

/** The notes of an archive as its row has them. */
export function asStored({ notes, base, own, problem }: StoredNotes): NotesToSave {
  return { notes, sha256: base, own, problem }
}
