import { userRow, type UserFilter, type UserRow, type UserSort } from '../../../shared/directory/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { ReadDb } from '../../db/sql.ts'

export type UserQuery = { filter: UserFilter; sort: UserSort; descending: boolean; offset: number; limit: number }

const from = `
  FROM user
  JOIN site ON site.id = user.site_id
  LEFT JOIN extension ON extension.user_id = user.id`

const columns = `
  user.id, user.user_name AS userName, trim(user.first_name || ' ' || user.last_name) AS name, user.primary_email AS email,
  extension.extension_number AS extension, user.status, site.name AS site, user.department, user.job_title AS jobTitle,
  (SELECT count(*) FROM voicemail_message WHERE extension_id = extension.id) AS voicemails, user.leaves_on AS leavesOn`

const byName = 'user.last_name COLLATE NOCASE, user.first_name COLLATE NOCASE, user.id'
const orders: Readonly<Record<UserSort, string>> = {
  name: 'user.last_name COLLATE NOCASE',
  extension: 'extension.extension_number IS NULL, CAST(extension.extension_number AS INTEGER)',
  site: 'site.name COLLATE NOCASE',
  department: 'user.department COLLATE NOCASE',
  status: 'user.status',
  voicemails: 'voicemails',
  leavesOn: 'user.leaves_on IS NULL, user.leaves_on',
}

// Every word of the search must occur in one of the person's names, addresses or numbers.
const wordMatch = `(
  user.first_name || ' ' || user.last_name || ' ' || user.user_name || ' ' || user.primary_email
    || ' ' || coalesce(extension.extension_number, '') LIKE ? ESCAPE '\\'
  OR EXISTS (SELECT 1 FROM phone_number WHERE extension_id = extension.id AND phone_number LIKE ? ESCAPE '\\'))`

/** One page of the directory; deleted users show only when asked for by status. */
export function listUsers(db: ReadDb, query: UserQuery): { total: number; users: UserRow[] } {
  const { where, values } = conditions(query.filter)
  const direction = query.descending ? ' DESC' : ''
  const total = db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n ${from} ${where}`).get(...values)
  const rows = db
    .prepare(
      `SELECT ${columns} ${from} ${where} ORDER BY ${orders[query.sort]}${direction}, ${byName} LIMIT ? OFFSET ?`,
    )
    .all(...values, query.limit, query.offset)
  return { total: total?.n ?? 0, users: rows.map((row) => userRow.parse(row)) }
}

export function listFacets(db: ReadDb): { sites: string[]; departments: string[] } {
  const names = (sql: string): string[] =>
    db
      .prepare<[], { name: string }>(sql)
      .all()
      .map((row) => row.name)
  return {
    sites: names('SELECT name FROM site ORDER BY name COLLATE NOCASE'),
    departments: names(
      "SELECT DISTINCT department AS name FROM user WHERE department <> '' AND status <> 'DELETED' ORDER BY 1 COLLATE NOCASE",
    ),
  }
}

/** Finds a user by id, user name, e-mail or extension; what is in use comes before what was deleted. */
export function findUserId(db: ReadDb, key: string): UserId | null {
  const row = db
    .prepare<{ key: string }, { id: UserId }>(
      `SELECT user.id ${from}
        WHERE user.id = @key OR user.user_name = @key COLLATE NOCASE OR user.primary_email = @key COLLATE NOCASE
          OR extension.extension_number = @key
        ORDER BY user.status = 'DELETED', user.id LIMIT 1`,
    )
    .get({ key })
  return row?.id ?? null
}

function conditions(filter: UserFilter): { where: string; values: unknown[] } {
  const parts: string[] = []
  const values: unknown[] = []
  const add = (sql: string, ...added: unknown[]): void => {
    parts.push(sql)
    values.push(...added)
  }
  for (const word of filter.search.split(/\s+/).filter((one) => one !== '')) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
    add(wordMatch, pattern, pattern)
  }
  if (filter.status === undefined) add("user.status <> 'DELETED'")
  else add('user.status = ?', filter.status)
  if (filter.site !== undefined) add('site.name = ?', filter.site)
  if (filter.department !== undefined) add('user.department = ?', filter.department)
  if (filter.hasVoicemail !== undefined)
    add(
      `${filter.hasVoicemail ? '' : 'NOT '}EXISTS (SELECT 1 FROM voicemail_message WHERE extension_id = extension.id)`,
    )
  if (filter.leaving !== undefined) add(`user.leaves_on IS ${filter.leaving ? 'NOT ' : ''}NULL`)
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values }
}
