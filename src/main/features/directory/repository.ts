import { userRow, type UserRow } from '../../../shared/directory/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import { distinctSql } from '../../db/search/list.ts'
import type { ReadDb } from '../../db/sql.ts'

const columns = `
  user.id, user.user_name AS userName, trim(user.first_name || ' ' || user.last_name) AS name, user.primary_email AS email,
  extension.extension_number AS extension, user.status, site.name AS site, user.department, user.job_title AS jobTitle,
  user_search.licences, user_search.voicemails, user.leaves_on AS leavesOn,
  (SELECT phone_number FROM phone_number WHERE extension_id = extension.id ORDER BY is_primary DESC, phone_number LIMIT 1)
    AS phoneNumber`

export const rowsSql = `
  SELECT user_search.id AS searchId, ${columns}
  FROM json_each(?) wanted
  CROSS JOIN user_search ON user_search.id = wanted.value
  JOIN user ON user.id = user_search.user_id
  JOIN site ON site.id = user.site_id
  LEFT JOIN extension ON extension.user_id = user.id`

/** The people of some rows of user_search, in the given order. */
export function readUsers(db: ReadDb, searchIds: readonly number[]): UserRow[] {
  const rows = db.prepare<[string], { searchId: number }>(rowsSql).all(JSON.stringify(searchIds))
  const byId = new Map(rows.map((row) => [row.searchId, row]))
  return searchIds.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [userRow.parse(row)]
  })
}

/** What the filters offer. */
export function listFacets(db: ReadDb): { sites: string[]; departments: string[]; licences: string[] } {
  const values = (sql: string): string[] =>
    db
      .prepare<[], { value: string }>(sql)
      .all()
      .map((row) => row.value)
  return {
    sites: values('SELECT name AS value FROM site ORDER BY name COLLATE NOCASE'),
    departments: values(distinctSql('department', 'user_search')),
    licences: values(distinctSql('name', 'licence')),
  }
}

/** Finds a user by id, user name, e-mail or extension; what is in use comes before what was deleted. */
export function findUserId(db: ReadDb, key: string): UserId | null {
  const row = db
    .prepare<{ key: string }, { id: UserId }>(
      `SELECT user.id FROM user LEFT JOIN extension ON extension.user_id = user.id
        WHERE user.id = @key OR user.user_name = @key COLLATE NOCASE OR user.primary_email = @key COLLATE NOCASE
          OR extension.extension_number = @key
        ORDER BY user.status = 'DELETED', user.id LIMIT 1`,
    )
    .get({ key })
  return row?.id ?? null
}
