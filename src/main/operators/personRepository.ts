import type { ReadDb } from '../db/sql.ts'

/** A person of the directory by user name; null when there is none who is not deleted. */
export function findPerson(db: ReadDb, userName: string): { id: string; name: string } | null {
  const row = db
    .prepare<[string], { id: string; name: string }>(
      `SELECT id, trim(first_name || ' ' || last_name) AS name FROM user
        WHERE user_name = ? COLLATE NOCASE AND status <> 'DELETED'`,
    )
    .get(userName)
  return row ?? null
}
