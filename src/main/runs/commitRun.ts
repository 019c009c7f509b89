import type { DraftId } from '../../shared/ids.ts'
import { referenceOf } from '../../shared/offboarding/subject.ts'
import { savesMessages } from '../../shared/offboarding/plan.ts'
import { isArchivePath } from '../archive/archiveRepository.ts'
import { bagFolderName } from '../archive/folderName.ts'
import { freeFolder } from '../archive/freeFolder.ts'
import { appendAudit } from '../audit/repository.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import { runInThread } from '../workers/runInThread.ts'
import { createApprovals } from './approvalRepository.ts'
import { unfinishedRun } from './refusals.ts'
import { findUnfinishedRun, insertRun, type NewRun } from './runRepository.ts'

/** archiveFolder: in which the bag is made. draftId: the wizard that it comes from, which ends with it. */
export type RunToCommit = Omit<NewRun, 'archivePath'> & {
  approval: string
  archiveFolder: string
  draftId: DraftId | null
}
export type CommitQuestion = { dataFolder: string; run: RunToCommit }
type Given = { db: WriteDb; clock: Clock; discardDraft(id: DraftId): void }

/** The rows of so many messages are written in some milliseconds. */
const fewMessages = 1000

/**
 * How a run is committed: with a large listing in a built thread, which borrows the writing for its one transaction; a
 * small one, or without the thread, on the caller's.
 */
export function commitRunIn(
  script: string | null,
  dataFolder: string,
  given: Given,
): (run: RunToCommit) => Promise<void> {
  return async (run) => {
    if (script === null || run.messages.length <= fewMessages) return commitRun(given, run)
    const question: CommitQuestion = { dataFolder, run }
    return runInThread<void>(script, question, { writer: given.db.writer })
  }
}

/**
 * The whole run as rows, with the approval that it uses up and its audit entry, in one transaction. Throws CONFLICT while
 * another run for the same person or extension can still go on, and NOT_APPROVED.
 */
export function commitRun({ db, clock, discardDraft }: Given, run: RunToCommit): void {
  const { id, plan, operator, approval, draftId } = run
  const commit = db.transaction(() => {
    const unfinished = findUnfinishedRun(db, run)
    if (unfinished !== null) throw unfinishedRun(unfinished)
    createApprovals({ db, clock }).use(approval, plan.hash)
    insertRun(db, { ...run, archivePath: archivePathOf(db, run) })
    const detail = { run: id, plan: plan.hash }
    appendAudit(db, clock, { operator: operator.name, action: 'run.start', subject: referenceOf(plan.subject), detail })
    if (draftId !== null) discardDraft(draftId)
  })
  commit.immediate()
}

function archivePathOf(db: ReadDb, { plan, archiveFolder, at }: RunToCommit): string | null {
  if (!savesMessages(plan)) return null
  return freeFolder(archiveFolder, bagFolderName(plan.subject.name, new Date(at)), (path) => isArchivePath(db, path))
}
