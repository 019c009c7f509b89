import type { AdministratorRole } from '../../shared/directory/model.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'

// That nobody deleted is meant is said by itself: SQLite knows by it that the index of user names will do.
const maySignIn = "status <> 'DELETED' AND status = 'ACTIVE' AND sign_in_revoked = 0"

/** The id of a person of the directory who may sign in to the phone system, by user name; null when there is none. */
export function findWhoSignsIn(db: ReadDb, userName: string): string | null {
  const row = db
    .prepare<[string], { id: string }>(`SELECT id FROM user WHERE user_name = ? COLLATE NOCASE AND ${maySignIn}`)
    .get(userName)
  return row?.id ?? null
}

/** The name of somebody in the directory who has the user name and may not sign in any more; null when there is none. */
export function findWhoLeft(db: ReadDb, userName: string): string | null {
  const row = db
    .prepare<[string], { name: string }>(
      `SELECT trim(first_name || ' ' || last_name) AS name FROM user
        WHERE user_name = ? COLLATE NOCASE AND NOT (${maySignIn}) ORDER BY last_updated_time DESC LIMIT 1`,
    )
    .get(userName)
  return row?.name ?? null
}

export function isPerson(db: ReadDb, userId: string): boolean {
  return db.prepare('SELECT 1 FROM user WHERE id = ?').get(userId) !== undefined
}

/** What a person is in the directory of the phone system, which names the primary administrator too; for nobody nothing is done. */
export function setPersonRole(db: WriteDb, userId: string | null, role: AdministratorRole): void {
  db.prepare('UPDATE user SET role = ? WHERE id = ?').run(role, userId)
}

/**
 * Ties operators who stand for nobody to the person of the directory who has their user name and may sign in: whoever is
 * offboarded there cannot sign in here. Call it in a transaction.
 */
export function tieToPeople(db: WriteDb): void {
  db.prepare(
    `UPDATE operator SET user_id = (
        SELECT id FROM user
        WHERE user_name = operator.user_name COLLATE NOCASE AND ${maySignIn}
          AND NOT EXISTS (SELECT 1 FROM operator tied WHERE tied.user_id = user.id AND tied.removed_at IS NULL))
      WHERE user_id IS NULL AND removed_at IS NULL`,
  ).run()
}
