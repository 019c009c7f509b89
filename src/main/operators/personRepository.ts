import type { ReadDb } from '../db/sql.ts'

/** The id of a person of the directory who may sign in to the phone system, by user name; null when there is none. */
export function findWhoSignsIn(db: ReadDb, userName: string): string | null {
  const row = db
    .prepare<[string], { id: string }>(
      "SELECT id FROM user WHERE user_name = ? COLLATE NOCASE AND status = 'ACTIVE' AND sign_in_revoked = 0",
    )
    .get(userName)
  return row?.id ?? null
}

export function isPerson(db: ReadDb, userId: string): boolean {
  return db.prepare('SELECT 1 FROM user WHERE id = ?').get(userId) !== undefined
}
