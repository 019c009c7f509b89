import { analyticsPerson, type AnalyticsPerson } from '../../../shared/analytics/model.ts'
import { searchWords } from '../../../shared/directory/fold.ts'
import { matchSql } from '../../db/search/trigrams.ts'
import type { ReadDb } from '../../db/sql.ts'

const shown = 20
const texts = { name: 'user_search', texts: ['text'] }

/** People by every word of a search as the directory finds them, those who are gone too. */
export function findPeople(db: ReadDb, { search, goneOnly }: { search: string; goneOnly: boolean }): AnalyticsPerson[] {
  const words = searchWords(search).map((word) => ({ word, in: null }))
  const match = words.length === 0 ? null : matchSql(db, texts, words)
  const rows = db
    .prepare<unknown[], Readonly<Record<string, unknown>>>(
      `SELECT user.id AS userId, trim(user.first_name || ' ' || user.last_name) AS name,
        extension.extension_number AS extension, user.left_at IS NOT NULL AS gone
      FROM user_search
      CROSS JOIN user ON user.id = user_search.user_id
      LEFT JOIN extension ON extension.user_id = user.id
      WHERE ${match === null ? 'TRUE' : `user_search.id IN (${match.sql})`}${goneOnly ? ' AND user.left_at IS NOT NULL' : ''}
      ORDER BY user_search.name_key, user_search.status LIMIT ${shown}`,
    )
    .all(...(match?.values ?? []))
  return rows.map((row) => analyticsPerson.parse({ ...row, gone: row['gone'] === 1 }))
}
