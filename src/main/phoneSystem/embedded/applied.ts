import type { PhoneSystemAction } from '../../../shared/offboarding/action.ts'
import type { TakenByStep } from '../../../shared/offboarding/taken.ts'
import type { ReadDb } from '../../db/sql.ts'
import { keyOf, type IdempotencyKey } from '../port.ts'
import { drifted, type ActionContext } from './actions/context.ts'
import { perform } from './actions/perform.ts'
import { giveBack } from './undo/giveBack.ts'
import { image, type Image } from './undo/image.ts'
import { takeImage } from './undo/take.ts'
import { readTaken } from './undo/taken.ts'

/**
 * Carries an action out unless one of this key has taken effect, keeps what it took for its undo, and answers what it
 * came to. Call inside the transaction that settles it.
 */
export function applyOnce(context: ActionContext, action: PhoneSystemAction, key: IdempotencyKey): string {
  const { db, now } = context
  const applied = db.prepare<[string], { summary: string }>('SELECT summary FROM applied_action WHERE key = ?').get(key)
  if (applied !== undefined) return applied.summary
  const complete = takeImage(db, action)
  const summary = carryOut(context, action)
  const taken = complete === null ? null : JSON.stringify(complete())
  db.prepare('INSERT INTO applied_action (key, kind, summary, applied_at, taken) VALUES (?, ?, ?, ?, ?)').run(
    key,
    action.kind,
    summary,
    now,
    taken,
  )
  return summary
}

export function isApplied(db: ReadDb, key: IdempotencyKey): boolean {
  return db.prepare('SELECT 1 FROM applied_action WHERE key = ?').get(key) !== undefined
}

/** What the action of this key took, and how all of it is now; null when nothing of it was kept. */
export function takenBy(db: ReadDb, key: IdempotencyKey): TakenByStep | null {
  const kept = imageOf(db, key)
  return kept === null ? null : readTaken(db, kept)
}

function carryOut(context: ActionContext, action: PhoneSystemAction): string {
  if (action.kind !== 'undo') return perform(context, action)
  const kept = imageOf(context.db, keyOf(action.runId, action.position))
  if (kept === null) throw drifted('What the step took is not known any more.')
  return giveBack(context, kept)
}

function imageOf(db: ReadDb, key: IdempotencyKey): Image | null {
  const row = db.prepare<[string], { taken: string | null }>('SELECT taken FROM applied_action WHERE key = ?').get(key)
  return row === undefined || row.taken === null ? null : image.parse(JSON.parse(row.taken))
}
