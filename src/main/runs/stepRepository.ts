import type { RunId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { StepStatus } from '../../shared/offboarding/stepStatus.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import { stepRow, type StepRow } from './rows.ts'

export function readSteps(db: ReadDb, id: RunId): StepRow[] {
  return db
    .prepare('SELECT * FROM run_step WHERE run_id = ? ORDER BY position')
    .all(id)
    .map((row) => stepRow.parse(row))
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
