import { createHash } from 'node:crypto'
import { lookOf } from '../../shared/directory/names.ts'
import type { WriteDb } from '../db/sql.ts'

/** Two slips are free; then each failure doubles the wait, up to a quarter of an hour. */
const freeFailures = 2
const firstDelaySeconds = 5
const longestDelaySeconds = 15 * 60
/** A name that nobody has tried for so long starts anew. */
const forgottenAfterHours = 24

/** How long nobody may try again after so many failures in a row, in seconds. */
export function delayAfter(failures: number): number {
  if (failures <= freeFailures) return 0
  return Math.min(firstDelaySeconds * 2 ** (failures - freeFailures - 1), longestDelaySeconds)
}

/** Until when this name is delayed, or null. */
export function blockedUntil(db: WriteDb, userName: string, now: Date): Date | null {
  const row = db
    .prepare<[string], { until: string }>('SELECT blocked_until AS until FROM sign_in_failure WHERE name_sha256 = ?')
    .get(keyOf(userName))
  const until = row === undefined ? null : new Date(row.until)
  if (until === null || until <= now) return null
  // A clock that was set back must not lock anybody out for longer than the longest wait.
  const latest = now.getTime() + longestDelaySeconds * 1000
  return until.getTime() > latest ? new Date(latest) : until
}

/** Counts one more failure, before the password is looked at: attempts side by side do not get round the delay. */
export function countFailure(db: WriteDb, userName: string, now: Date): void {
  const forgotten = new Date(now.getTime() - forgottenAfterHours * 3_600_000).toISOString()
  const key = keyOf(userName)
  db.transaction(() => {
    db.prepare('DELETE FROM sign_in_failure WHERE blocked_until < ?').run(forgotten)
    const row = db
      .prepare<[string], { failures: number }>('SELECT failures FROM sign_in_failure WHERE name_sha256 = ?')
      .get(key)
    const failures = (row?.failures ?? 0) + 1
    const until = new Date(now.getTime() + delayAfter(failures) * 1000).toISOString()
    db.prepare('INSERT OR REPLACE INTO sign_in_failure (name_sha256, failures, blocked_until) VALUES (?, ?, ?)').run(
      key,
      failures,
      until,
    )
  }).immediate()
}

export function forgetFailures(db: WriteDb, userName: string): void {
  db.prepare('DELETE FROM sign_in_failure WHERE name_sha256 = ?').run(keyOf(userName))
}

/** Hashed, because people type passwords where the name belongs. */
function keyOf(userName: string): string {
  return createHash('sha256').update(lookOf(userName.trim())).digest('hex')
}
