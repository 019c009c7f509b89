import type { Ids } from '../../../clock.ts'
import type { ReadDb, WriteDb } from '../../../db/sql.ts'
import { siteNamer } from '../siteRepository.ts'
import { phoneCountry } from './phoneCountry.ts'
import type { UserValues } from './rowChecker.ts'

/**
 * Checked rows on their way into the directory: filled in small pieces, seen by nobody else, moved in one transaction.
 * The table is temporary, so a crash leaves nothing behind.
 */
export function createStaging(db: WriteDb, ids: Ids) {
  const drop = (): void => void db.prepare('DROP TABLE IF EXISTS temp.staged_user').run()
  drop()
  db.prepare(
    `CREATE TEMP TABLE staged_user (
      id TEXT, user_name TEXT, first_name TEXT, last_name TEXT, primary_email TEXT, status TEXT, site TEXT, timezone TEXT,
      department TEXT, job_title TEXT, extension_id TEXT, extension_number TEXT, phone_number TEXT, country TEXT, leaves_on TEXT)`,
  ).run()
  const insert = db.prepare(
    `INSERT INTO temp.staged_user VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, nullif(?, ''))`,
  )
  const siteOf = siteNamer(db)
  const addAll = db.transaction((rows: readonly UserValues[]) => {
    for (const one of rows) {
      insert.run(
        ids.next(),
        one.userName,
        one.firstName,
        one.lastName,
        one.primaryEmail,
        one.status,
        siteOf(one.site),
        one.timezone,
        one.department,
        one.jobTitle,
        ids.next(),
        one.extensionNumber,
        one.phoneNumber,
        phoneCountry(one.phoneNumber),
        one.leavesOn,
      )
    }
  })
  return { add: (rows: readonly UserValues[]): void => addAll(rows), drop }
}

/** Whether more users are staged than the directory has. */
export function outnumbersUsers(db: ReadDb): boolean {
  const count = (table: string): number =>
    db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0
  return count('temp.staged_user') > count('main.user')
}
