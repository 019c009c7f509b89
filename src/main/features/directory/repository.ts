import { userRow, type UserRow } from '../../../shared/directory/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import { distinctSql } from '../../db/search/list.ts'
import type { ReadDb } from '../../db/sql.ts'

export const rowsSql = `
  SELECT id AS searchId, user_id AS id, user_name AS userName, name, email, extension_number AS extension, status, site,
    department, job_title AS jobTitle, licences, voicemails, leaves_on AS leavesOn, phone_number AS phoneNumber
  FROM user_search WHERE id IN (SELECT value FROM json_each(?))`

/** Answers a function that reads the people of some rows of user_search, in the given order. */
export function prepareUsers(db: ReadDb): (searchIds: readonly number[]) => UserRow[] {
  const some = db.prepare<[string], { searchId: number }>(rowsSql)
  return (searchIds) => {
    const byId = new Map(some.all(JSON.stringify(searchIds)).map((row) => [row.searchId, row]))
    return searchIds.flatMap((id) => {
      const row = byId.get(id)
      return row === undefined ? [] : [userRow.parse(row)]
    })
  }
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

/** Some of those whom an id, user name, e-mail or extension names; whoever was deleted only when it names nobody else. */
export function findUsers(db: ReadDb, key: string): { id: UserId; userName: string }[] {
  return db
    .prepare<{ key: string }, { id: UserId; userName: string }>(
      `WITH named AS MATERIALIZED (
        SELECT user.id, user_name AS userName, user.status = 'DELETED' AS deleted
        FROM user LEFT JOIN extension ON extension.user_id = user.id
        WHERE user.id = @key OR user.user_name = @key COLLATE NOCASE OR extension.extension_number = @key
          OR (user.primary_email = @key COLLATE NOCASE AND @key <> '')
      )
      SELECT id, userName FROM named WHERE deleted = (SELECT min(deleted) FROM named) ORDER BY id LIMIT 5`,
    )
    .all({ key })
}
