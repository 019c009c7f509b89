import { analyticsPerson, type AnalyticsPerson } from '../../../shared/analytics/model.ts'
import { searchWords } from '../../../shared/directory/fold.ts'
import { allOf } from '../../db/search/condition.ts'
import { indexSql } from '../../db/search/trigrams.ts'
import { wordsCondition } from '../../db/search/words.ts'
import type { ReadDb } from '../../db/sql.ts'

const shown = 20
const texts = { name: 'user_search', texts: ['text'] }

/** People by every word of a search as the directory finds them, those who are gone too. */
export function findPeople(db: ReadDb, { search, goneOnly }: { search: string; goneOnly: boolean }): AnalyticsPerson[] {
  const words = searchWords(search).map((word) => ({ word, in: null }))
  const indexed = words.length === 0 ? null : indexSql(db, texts, words)
  // Frequent words are in the first rows of the order already.
  const matching = wordsCondition(texts, indexed === null ? words : [])
  const { sql, values } = allOf([
    [matching.sql, ...matching.values],
    ...(indexed === null ? [] : [[`user_search.id IN (${indexed.sql})`, ...indexed.values] as const]),
    ...(goneOnly ? [['user.left_at IS NOT NULL'] as const] : []),
  ])
  const rows = db
    .prepare<unknown[], Readonly<Record<string, unknown>>>(
      `SELECT user.id AS userId, trim(user.first_name || ' ' || user.last_name) AS name,
        extension.extension_number AS extension, user.left_at IS NOT NULL AS gone
      FROM user_search
      CROSS JOIN user_search_text ON user_search_text.id = user_search.id
      CROSS JOIN user ON user.id = user_search.user_id
      LEFT JOIN extension ON extension.user_id = user.id
      WHERE ${sql}
      ORDER BY user_search.name_key, user_search.status LIMIT ${shown}`,
    )
    .all(...values)
  return rows.map((row) => analyticsPerson.parse({ ...row, gone: row['gone'] === 1 }))
}
