import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExtensionId, RunId, UserId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { AnyInventory } from '../../shared/offboarding/inventory.ts'
import type { Plan } from '../../shared/offboarding/plan.ts'
import type { StepStatus } from '../../shared/offboarding/stepStatus.ts'
import type { Operator } from '../../shared/offboarding/step.ts'
import type { ListedMessage } from '../archive/listing.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import { unfinished } from '../db/unfinishedRuns.ts'
import {
  messageRow,
  runRow,
  stepRow,
  type NewMessageRow,
  type RunRow,
  type StepRow,
  type StoredStatus,
} from './rows.ts'

const selectRun = `
  SELECT run.*, archive.id AS archive_id, archive.manifest_sha256
  FROM run LEFT JOIN archive ON archive.run_id = run.id`

export type NewRun = {
  id: RunId
  plan: Plan
  inventory: AnyInventory
  operator: Operator
  /** Null for a run that saves nothing. */
  archivePath: string | null
  messages: readonly NewMessageRow[]
  at: string
}

/** The whole run as rows, before anything happens: it can be continued from these alone. */
export function insertRun(db: WriteDb, run: NewRun): void {
  db.prepare(
    `INSERT INTO run (id, user_id, extension_id, status, plan, plan_hash, inventory, operator, operator_role, archive_path, created_at)
      VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    run.id,
    ...placeOf(run),
    JSON.stringify(run.plan),
    run.plan.hash,
    JSON.stringify(run.inventory),
    run.operator.name,
    run.operator.role,
    run.archivePath,
    run.at,
  )
  const step = db.prepare(
    "INSERT INTO run_step (run_id, position, title, action, destructive, status) VALUES (?, ?, ?, ?, ?, 'pending')",
  )
  run.plan.steps.forEach((one, position) =>
    step.run(run.id, position, one.title, JSON.stringify(one.action), one.destructive ? 1 : 0),
  )
  const message = db.prepare(
    'INSERT INTO run_message (run_id, position, message_id, message, file) VALUES (?, ?, ?, ?, ?)',
  )
  for (const one of run.messages) message.run(run.id, one.position, one.message_id, one.message, one.file)
}

/** The person and the extension that a run works on: no other unfinished one may. */
function placeOf({ plan, inventory }: Pick<NewRun, 'plan' | 'inventory'>): [UserId | null, ExtensionId | null] {
  const userId = plan.subject.kind === 'person' ? plan.subject.userId : null
  if (plan.subject.kind === 'extension') return [userId, plan.subject.extensionId]
  return [userId, 'extension' in inventory ? (inventory.extension?.id ?? null) : null]
}

const inOrder = (run: string): string =>
  `ORDER BY ${run}.status IN ${unfinished} DESC, ${run}.created_at DESC, ${run}.id`

/** The ids of a page, out of an index alone. */
export const runPageSql = `SELECT id FROM run listed ${inOrder('listed')} LIMIT ? OFFSET ?`

/** A page of the runs: first those that can still go on, in each the newest first. */
export function listRuns(db: ReadDb, { offset, limit }: { offset: number; limit: number }): RunRow[] {
  return db
    .prepare(`${selectRun} WHERE run.id IN (${runPageSql}) ${inOrder('run')}`)
    .all(limit, offset)
    .map((row) => runRow.parse(row))
}

/** The runs about one person, the newest first. */
export function listRunsOf(db: ReadDb, userId: UserId): RunRow[] {
  return db
    .prepare(`${selectRun} WHERE run.user_id = ? ORDER BY run.created_at DESC, run.id`)
    .all(userId)
    .map((row) => runRow.parse(row))
}

/** Throws NOT_FOUND. */
export function readRun(db: ReadDb, id: RunId): RunRow {
  const row = db.prepare(`${selectRun} WHERE run.id = ?`).get(id)
  if (row === undefined) throw noSuchRun()
  return runRow.parse(row)
}

/** What its row says, without the plan and the inventory. Throws NOT_FOUND. */
export function readRunStatus(db: ReadDb, id: RunId): StoredStatus {
  const row = db.prepare<[string], { status: StoredStatus }>('SELECT status FROM run WHERE id = ?').get(id)
  if (row === undefined) throw noSuchRun()
  return row.status
}

function noSuchRun(): AppError {
  return new AppError('NOT_FOUND', 'There is no such run. The list of runs shows those there are.')
}

/** A run that can still go on for the same person or on the same extension. */
export function findUnfinishedRun(db: ReadDb, about: Pick<NewRun, 'plan' | 'inventory'>): RunRow | null {
  const [userId, extensionId] = placeOf(about)
  const row = db
    .prepare<[string | null, string | null], { id: RunId }>(
      `SELECT id FROM run WHERE (user_id = ? OR extension_id = ?) AND status IN ${unfinished}`,
    )
    .get(userId, extensionId)
  return row === undefined ? null : readRun(db, row.id)
}

export function readSteps(db: ReadDb, id: RunId): StepRow[] {
  return db
    .prepare('SELECT * FROM run_step WHERE run_id = ? ORDER BY position')
    .all(id)
    .map((row) => stepRow.parse(row))
}

/** So many are read, and their JSON with them, in some milliseconds. */
const messagesAtOnce = 500

/** The approved listing, with what is proven of it. Nothing of a listing comes or goes later, so it is read in turns. */
export async function readMessages(db: ReadDb, id: RunId): Promise<ListedMessage[]> {
  const page = db.prepare<[string, number]>(
    `SELECT position, message, file, sha256, bytes FROM run_message WHERE run_id = ? AND position > ?
      ORDER BY position LIMIT ${messagesAtOnce}`,
  )
  const messages: ListedMessage[] = []
  for (;;) {
    const rows = page.all(id, messages.at(-1)?.position ?? -1)
    messages.push(...rows.map(toListed))
    if (rows.length < messagesAtOnce) return messages
    await nextTurn()
  }
}

function toListed(row: unknown): ListedMessage {
  const { sha256, bytes, ...listed } = messageRow.parse(row)
  return { ...listed, proof: sha256 === null || bytes === null ? null : { sha256, bytes } }
}

export function countMessages(db: ReadDb, id: RunId): { listed: number; proven: number; bytes: number } {
  const counts = db
    .prepare<[string], { listed: number; proven: number; bytes: number }>(
      'SELECT count(*) AS listed, count(proven_at) AS proven, coalesce(sum(bytes), 0) AS bytes FROM run_message WHERE run_id = ?',
    )
    .get(id)
  return counts ?? { listed: 0, proven: 0, bytes: 0 }
}

/** How many messages on an extension, or on that of a user, a run has no proof of. */
export function countUnproven(db: ReadDb, id: RunId, where: { extensionId: ExtensionId } | { userId: UserId }): number {
  const row = db
    .prepare<[object], { n: number }>(
      `SELECT count(*) AS n FROM voicemail_message m
        WHERE m.extension_id = coalesce(@extensionId, (SELECT id FROM extension WHERE user_id = @userId)) AND NOT EXISTS (
          SELECT 1 FROM run_message saved
          WHERE saved.run_id = @id AND saved.message_id = m.id AND saved.sha256 = m.sha256)`,
    )
    .get({ id, extensionId: null, userId: null, ...where })
  return row?.n ?? 0
}

/** How many greetings a user has that were not there when a run began, so that it has not saved them. */
export function countUnsavedGreetings(db: ReadDb, id: RunId, { userId }: { userId: UserId }): number {
  const row = db
    .prepare<[object], { n: number }>(
      `SELECT count(*) AS n FROM greeting JOIN extension ON extension.id = greeting.extension_id
        WHERE extension.user_id = @userId AND greeting.id NOT IN (
          SELECT value ->> '$.id' FROM run, json_each(run.inventory, '$.greetings') WHERE run.id = @id)`,
    )
    .get({ id, userId })
  return row?.n ?? 0
}

export function saveProofs(
  db: WriteDb,
  id: RunId,
  proofs: readonly { position: number; sha256: string; bytes: number }[],
  at: string,
): void {
  const update = db.prepare(
    'UPDATE run_message SET sha256 = ?, bytes = ?, proven_at = ? WHERE run_id = ? AND position = ?',
  )
  db.transaction(() => {
    for (const proof of proofs) update.run(proof.sha256, proof.bytes, at, id, proof.position)
  }).immediate()
}

/** The intent: committed before the step touches anything. */
export function startStep(db: WriteDb, id: RunId, position: number, at: string): void {
  db.prepare(
    `UPDATE run_step SET status = 'running', attempts = attempts + 1, started_at = ?, finished_at = NULL, error_code = NULL, error_message = NULL
      WHERE run_id = ? AND position = ?`,
  ).run(at, id, position)
}

export type StepEnd = {
  status: StepStatus
  outcome: string | null
  error: { code: string; message: string } | null
  at: string
}

export function endStep(db: WriteDb, id: RunId, position: number, end: StepEnd): void {
  db.prepare(
    'UPDATE run_step SET status = ?, outcome = ?, error_code = ?, error_message = ?, finished_at = ? WHERE run_id = ? AND position = ?',
  ).run(end.status, end.outcome, end.error?.code ?? null, end.error?.message ?? null, end.at, id, position)
}

/** A step whose undo takes effect; in the transaction of the undo. Throws CONFLICT when it is not done any more. */
export function markUndone(db: WriteDb, id: RunId, position: number): void {
  const { changes } = db
    .prepare("UPDATE run_step SET status = 'undone' WHERE run_id = ? AND position = ? AND status = 'done'")
    .run(id, position)
  if (changes === 0) throw new AppError('CONFLICT', 'The step was undone already. Load the run again.')
}

export const undoSql = `
  SELECT run_id AS runId FROM run_step WHERE status = 'done' AND action ->> '$.kind' = 'undo'
    AND action ->> '$.runId' = ? AND action ->> '$.position' = ?`

/** The run that undid a step. */
export function findUndo(db: ReadDb, id: RunId, position: number): RunId | null {
  return db.prepare<[string, number], { runId: RunId }>(undoSql).get(id, position)?.runId ?? null
}

export type RunEnd = {
  status: StoredStatus
  error: { code: string; message: string } | null
  finishedAt: string | null
}

export function setRunStatus(db: WriteDb, id: RunId, end: RunEnd): void {
  db.prepare('UPDATE run SET status = ?, error_code = ?, error_message = ?, finished_at = ? WHERE id = ?').run(
    end.status,
    end.error?.code ?? null,
    end.error?.message ?? null,
    end.finishedAt,
    id,
  )
}
