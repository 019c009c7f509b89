import { setImmediate as nextTurn } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'
import type { DraftId } from '../../shared/ids.ts'
import type { PlanRequest } from '../../shared/offboarding/request.ts'
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

/**
 * request: what the plan was asked about. archiveFolder: in which the bag is made. draftId: the wizard that it comes from,
 * which ends with it.
 */
export type RunToCommit = Omit<NewRun, 'archivePath'> & {
  request: PlanRequest
  approval: string
  archiveFolder: string
  draftId: DraftId | null
}
/** now: the instant at which the thread was asked; its clock goes on from there. messages: those of the run, in pieces. */
export type CommitQuestion = {
  dataFolder: string
  now: string
  run: Omit<RunToCommit, 'messages'>
  messages: readonly Uint8Array[]
}
type Given = { db: WriteDb; clock: Clock; discardDraft(id: DraftId): void }

/** The rows of so many messages are written in some milliseconds. */
const fewMessages = 1000

/**
 * How a run is committed whose plan was just seen to be the approved one: in this turn, or, with a large listing, by a built
 * thread, which looks at the plan again inside its transaction.
 */
export function commitRunIn(
  script: string | null,
  dataFolder: string,
  given: Given,
): (run: RunToCommit) => Promise<void> {
  return async (run) => {
    if (script === null || run.messages.length <= fewMessages) return commitRun(given, run)
    const { messages, ...rest } = run
    const pieces = await inPieces(messages)
    const now = given.clock.now().toISOString()
    const question: CommitQuestion = { dataFolder, now, run: rest, messages: pieces }
    return runInThread<void>(script, question, { writer: given.db.writer })
  }
}

/** What is given to a thread is copied while main stands still: so many rows are quick to copy as bytes alone. */
async function inPieces(messages: RunToCommit['messages']): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  for (let from = 0; from < messages.length; from += fewMessages) {
    pieces.push(serialize(messages.slice(from, from + fewMessages)))
    await nextTurn()
  }
  return pieces
}

/** The run that a thread is asked to commit. */
export function runOf({ run, messages }: CommitQuestion): RunToCommit {
  return { ...run, messages: messages.flatMap((piece) => deserialize(piece) as RunToCommit['messages']) }
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
