import type { ArchiveFilter, ArchiveQuery, ArchiveSort, LibrarySummary } from '../../../../shared/archives/library.ts'
import { searchWords } from '../../../../shared/directory/fold.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { archiveColumns, toArchive, type Row, type StoredArchive } from '../repository.ts'

type Condition = { sql: string; values: unknown[] }

const sortColumns: Readonly<Record<ArchiveSort, string>> = {
  person: 'person_name COLLATE NOCASE',
  created: 'created_at',
  messages: 'messages',
  bytes: 'bytes',
  verified: "coalesce(verified_at, '')",
  keepUntil: "coalesce(keep_until, '9999')",
}

const due = 'legal_hold IS NULL AND keep_until <= ?'

/** One page of the archives, with how many there are; today (UTC) decides which are due. */
export function listArchives(
  db: ReadDb,
  query: ArchiveQuery,
  today: string,
): { total: number; archives: StoredArchive[] } {
  const { sql, values } = conditionOf(query, today)
  const total = db
    .prepare<unknown[], number>(`SELECT count(*) FROM archive WHERE ${sql}`)
    .pluck()
    .get(...values)!
  const order = `${sortColumns[query.sort]} ${query.descending ? 'DESC' : 'ASC'}, id`
  const rows = db
    .prepare<unknown[], Row>(`SELECT ${archiveColumns} FROM archive WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .all(...values, query.limit, query.offset)
  return { total, archives: rows.map(toArchive) }
}

function conditionOf({ search, state, tag }: ArchiveFilter, today: string): Condition {
  const parts = ['1']
  const values: unknown[] = []
  const add = (sql: string, ...added: unknown[]): void => {
    parts.push(sql)
    values.push(...added)
  }
  for (const word of searchWords(search ?? '')) add("found_by LIKE ? ESCAPE '\\'", likePattern(word))
  if (state === 'missing') add('missing_since IS NOT NULL')
  else if (state === 'due') add(due, today)
  else if (state === 'held') add('legal_hold IS NOT NULL')
  else if (state !== undefined) add('missing_since IS NULL AND verification = ?', state)
  if (tag !== undefined) add('id IN (SELECT archive_id FROM archive_tag WHERE tag = ?)', tag)
  return { sql: parts.join(' AND '), values }
}

function likePattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

export function summarize(db: ReadDb, today: string): LibrarySummary {
  const sums = db
    .prepare<[string], Omit<LibrarySummary, 'tags'>>(
      `SELECT count(*) AS archives, coalesce(sum(messages), 0) AS messages, coalesce(sum(bytes), 0) AS bytes,
          count(*) FILTER (WHERE missing_since IS NULL AND verification = 'valid') AS valid,
          count(*) FILTER (WHERE missing_since IS NULL AND verification = 'damaged') AS damaged,
          count(*) FILTER (WHERE missing_since IS NULL AND verification = 'never') AS never,
          count(*) FILTER (WHERE missing_since IS NOT NULL) AS missing,
          count(*) FILTER (WHERE ${due}) AS due,
          count(*) FILTER (WHERE legal_hold IS NOT NULL) AS held,
          min(verified_at) FILTER (WHERE missing_since IS NULL) AS oldestCheck
        FROM archive`,
    )
    .get(today)!
  const tags = db
    .prepare<[], { tag: string; archives: number }>(
      'SELECT tag, count(*) AS archives FROM archive_tag GROUP BY tag ORDER BY tag LIMIT 200',
    )
    .all()
  return { ...sums, tags }
}
