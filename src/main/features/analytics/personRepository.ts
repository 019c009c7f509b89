import { analyticsPerson, type AnalyticsPerson } from '../../../shared/analytics/model.ts'
import { searchWords } from '../../../shared/directory/fold.ts'
import type { ReadDb } from '../../db/sql.ts'

const shown = 20

/** People by every word of a search as the directory finds them, those who are gone too. */
export function findPeople(db: ReadDb, { search, goneOnly }: { search: string; goneOnly: boolean }): AnalyticsPerson[] {
  const words = searchWords(search)
  const matches = words.map((_, index) => `AND user_search_text.text LIKE @word${index} ESCAPE '\\'`)
  const rows = db
    .prepare<object, Readonly<Record<string, unknown>>>(
      `SELECT user.id AS userId, trim(user.first_name || ' ' || user.last_name) AS name,
        extension.extension_number AS extension, user.left_at IS NOT NULL AS gone
      FROM user_search
      CROSS JOIN user_search_text ON user_search_text.id = user_search.id
      CROSS JOIN user ON user.id = user_search.user_id
      LEFT JOIN extension ON extension.user_id = user.id
      WHERE ${goneOnly ? 'user.left_at IS NOT NULL' : 'TRUE'} ${matches.join(' ')}
      ORDER BY user_search.name_key, user_search.status LIMIT ${shown}`,
    )
    .all(Object.fromEntries(words.map((word, index) => [`word${index}`, `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`])))
  return rows.map((row) => analyticsPerson.parse({ ...row, gone: row['gone'] === 1 }))
}
