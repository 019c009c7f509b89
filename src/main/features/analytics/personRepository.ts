import { analyticsPerson, type AnalyticsPerson } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'

const shown = 20

/** People by every word of a search, those who are gone too; the name is that of the user's row. */
export function findPeople(db: ReadDb, { search, goneOnly }: { search: string; goneOnly: boolean }): AnalyticsPerson[] {
  const words = search.split(/\s+/).filter((word) => word !== '')
  const matches = words.map(
    (_, index) =>
      `AND user.first_name || ' ' || user.last_name || ' ' || user.user_name || ' ' || coalesce(extension.extension_number, '')
        LIKE @word${index} ESCAPE '\\'`,
  )
  const rows = db
    .prepare<object, Readonly<Record<string, unknown>>>(
      `SELECT user.id AS userId, trim(user.first_name || ' ' || user.last_name) AS name,
        extension.extension_number AS extension, user.left_at IS NOT NULL AS gone
      FROM user LEFT JOIN extension ON extension.user_id = user.id
      WHERE ${goneOnly ? 'user.left_at IS NOT NULL' : 'TRUE'} ${matches.join(' ')}
      ORDER BY user.last_name COLLATE NOCASE, user.first_name COLLATE NOCASE, user.id LIMIT ${shown}`,
    )
    .all(Object.fromEntries(words.map((word, index) => [`word${index}`, `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`])))
  return rows.map((row) => analyticsPerson.parse({ ...row, gone: row['gone'] === 1 }))
}
