import {
  countedMessages,
  type FoundMessage,
  type FoundMessages,
  type MessageQuery,
} from '../../../../shared/archives/library.ts'
import { searchWords } from '../../../../shared/directory/fold.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { firstIdAt, toMessage } from './messageRepository.ts'

type Condition = { sql: string; values: unknown[] }
type Found = Omit<FoundMessage, 'message'> & { content: string }

/** A trigram is three letters; shorter words are looked up by the trigrams that they begin. */
const trigram = 3
/** A short word that begins more trigrams than this is in so many messages that the newest are looked at one by one. */
const fewTrigrams = 200
const dayMilliseconds = 86_400_000

/** The newest messages that all words occur in. Ids count up with time, so nothing is sorted. */
export function searchMessages(db: ReadDb, query: MessageQuery): FoundMessages {
  const words = searchWords(query.search)
  const page = matchingSql(db, words, query)
  const ids = db
    .prepare<unknown[], number>(`${page.sql} LIMIT ?`)
    .pluck()
    .all(...page.values, query.limit)
  return { messages: readFound(db, ids), total: query.after === undefined ? count(db, page) : null }
}

function count(db: ReadDb, { sql, values }: Condition): number {
  return db
    .prepare<unknown[], number>(`SELECT count(*) FROM (${sql} LIMIT ?)`)
    .pluck()
    .get(...values, countedMessages)!
}

/** The ids of all that match, the newest first. */
export function matchingSql(db: ReadDb, words: readonly string[], query: MessageQuery): Condition {
  if (query.archiveId !== undefined) return inArchiveSql(query.archiveId, words, query)
  const match = matchOf(db, words)
  if (match === 'none') return { sql: 'SELECT id FROM archive_message WHERE 0', values: [] }
  const [range, ends] = rangeOf(query)
  if (match === 'scan') {
    const sql = `SELECT id FROM archive_message WHERE ${[...range('id'), ...words.map(() => textHas)].join(' AND ')}`
    return { sql: `${sql} ORDER BY id DESC`, values: [...ends, ...words] }
  }
  const conditions = ['archive_message_trigram MATCH ?', ...range('archive_message_trigram.rowid')]
  const looked = match.others.map(() => textHas)
  const join =
    looked.length === 0 ? '' : 'CROSS JOIN archive_message ON archive_message.id = archive_message_trigram.rowid'
  return {
    sql: `SELECT archive_message_trigram.rowid AS id FROM archive_message_trigram ${join}
      WHERE ${[...conditions, ...looked].join(' AND ')} ORDER BY archive_message_trigram.rowid DESC`,
    values: [match.expression, ...ends, ...match.others],
  }
}

/** One archive has fewer messages than a word may have hits in all of them. */
function inArchiveSql(archiveId: string, words: readonly string[], query: MessageQuery): Condition {
  const [range, ends] = rangeOf(query)
  const conditions = ['archive_id = ?', ...range('id'), ...words.map(() => textHas)]
  return {
    sql: `SELECT id FROM archive_message WHERE ${conditions.join(' AND ')} ORDER BY id DESC`,
    values: [archiveId, ...ends, ...words],
  }
}

type Match = { expression: string; others: readonly string[] } | 'scan' | 'none'

/** What the index is asked for, and the words that must then be looked for in what it finds. */
function matchOf(db: ReadDb, words: readonly string[]): Match {
  const long = words.filter((word) => lettersOf(word) >= trigram)
  const short = words.filter((word) => lettersOf(word) < trigram)
  if (long.length > 0) return { expression: long.map(quoted).join(' AND '), others: short }
  for (const word of short.toSorted((a, b) => lettersOf(b) - lettersOf(a))) {
    const terms = trigramsOf(db, word)
    // No message has a word that begins no trigram.
    if (terms.length === 0) return 'none'
    if (terms.length <= fewTrigrams)
      return { expression: terms.map(quoted).join(' OR '), others: short.filter((other) => other !== word) }
  }
  return 'scan'
}

function trigramsOf(db: ReadDb, beginning: string): string[] {
  return db
    .prepare<[string, string, number], string>(
      'SELECT term FROM archive_message_term WHERE term >= ? AND term < ? LIMIT ?',
    )
    .pluck()
    .all(beginning, `${beginning}\u{10ffff}`, fewTrigrams + 1)
}

/** Days and the page before, as a range of ids. */
function rangeOf({ from, until, after }: MessageQuery): [conditions: (id: string) => string[], values: number[]] {
  const least = from === undefined ? 0 : firstIdAt(`${from}T00:00:00.000Z`)
  const dayAfter = until === undefined ? null : new Date(Date.parse(until) + dayMilliseconds).toISOString()
  const end = Math.min(
    after ?? Number.MAX_SAFE_INTEGER,
    dayAfter === null ? Number.MAX_SAFE_INTEGER : firstIdAt(dayAfter),
  )
  return [(id) => [`${id} >= ?`, `${id} < ?`], [least, end]]
}

function readFound(db: ReadDb, ids: readonly number[]): FoundMessage[] {
  const rows = db
    .prepare<[string], Found>(
      `SELECT archive_message.id AS cursor, archive_id AS archiveId, person_name AS personName, extension, content,
          archive_message.note AS note
        FROM json_each(?) wanted
        CROSS JOIN archive_message ON archive_message.id = wanted.value
        JOIN archive ON archive.id = archive_id
        ORDER BY archive_message.id DESC`,
    )
    .all(JSON.stringify(ids))
  return rows.map(({ content, ...row }) => ({ ...row, message: toMessage(content) }))
}

const textHas = 'instr(archive_message.text, ?)'
const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`
const lettersOf = (word: string): number => Array.from(word).length
