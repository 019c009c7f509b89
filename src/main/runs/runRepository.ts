import type { ExtensionId, RunId, UserId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { AnyInventory } from '../../shared/offboarding/inventory.ts'
import type { Plan } from '../../shared/offboarding/plan.ts'
import type { Operator } from '../../shared/offboarding/step.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import { unfinished } from '../db/unfinishedRuns.ts'
import { runRow, type NewMessageRow, type RunRow, type StoredStatus } from './rows.ts'

const selectRun = `
  SELECT run.*, archive.id AS archive_id, archive.manifest_sha256,
    iif(archive.verification = 'damaged', archive.verified_at, NULL) AS archive_damaged_at,
    archive.missing_since AS archive_missing_since,
    (SELECT count(*) FROM archive_problem WHERE archive_id = archive.id) AS archive_problems
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
