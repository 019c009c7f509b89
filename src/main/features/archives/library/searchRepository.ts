import {
  countedMessages,
  shownTranscript,
  type FoundMessage,
  type FoundMessages,
  type MessageQuery,
} from '../../../../shared/archives/library.ts'
import { searchWords } from '../../../../shared/directory/fold.ts'
import type { Condition } from '../../../db/search/condition.ts'
import { matchSql } from '../../../db/search/trigrams.ts'
import { wordsCondition, type Texts, type Word } from '../../../db/search/words.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { firstIdAt, toMessage } from './messageRepository.ts'

type Found = Omit<FoundMessage, 'message'> & { content: string }

/** The index has both texts of a message in one; what it finds is looked at in those that may be known. */
const textsFor = (hears: boolean): Texts => ({
  name: 'archive_message',
  texts: hears ? ['text', 'heard'] : ['text'],
  positions: false,
})
const dayMilliseconds = 86_400_000
/** A message to the window has at most a megabyte, and a letter up to two bytes. */
const mostLetters = 350_000

/**
 * The newest messages that all words occur in; of transcripts only for those who hear them. Ids count up with time, so
 * nothing is sorted.
 */
export function searchMessages(db: ReadDb, query: MessageQuery, hears: boolean): FoundMessages {
  const words = searchWords(query.search)
  const page = matchingSql(db, textsFor(hears), words, query)
  const ids = db
    .prepare<unknown[], number>(`${page.sql} LIMIT ?`)
    .pluck()
    .all(...page.values, query.limit)
  const rows = fitting(readFound(db, ids))
  const more = rows.length < ids.length || ids.length === query.limit
  return {
    messages: rows.map(toFound),
    next: more ? (rows.at(-1)?.cursor ?? null) : null,
    total: query.after === undefined ? count(db, page) : null,
  }
}

function count(db: ReadDb, { sql, values }: Condition): number {
  return db
    .prepare<unknown[], number>(`SELECT count(*) FROM (${sql} LIMIT ?)`)
    .pluck()
    .get(...values, countedMessages)!
}

/** The ids of all that match, the newest first. */
function matchingSql(db: ReadDb, texts: Texts, words: readonly string[], query: MessageQuery): Condition {
  const wanted = words.map((word) => ({ word, in: null }))
  const found =
    query.archiveId === undefined ? everywhere(db, texts, wanted) : inArchive(query.archiveId, texts, wanted)
  const [least, end] = rangeOf(query)
  return {
    sql: `SELECT id FROM (${found.sql}) WHERE id >= ? AND id < ? ORDER BY id DESC`,
    values: [...found.values, least, end],
  }
}

function everywhere(db: ReadDb, texts: Texts, words: readonly Word[]): Condition {
  return words.length === 0 ? { sql: 'SELECT id FROM archive_message', values: [] } : matchSql(db, texts, words)
}

/** One archive has fewer messages than a word may have hits in all of them. */
function inArchive(archiveId: string, texts: Texts, words: readonly Word[]): Condition {
  const { sql, values } = wordsCondition(texts, words)
  return {
    sql: `SELECT archive_message.id FROM archive_message CROSS JOIN archive_message_text USING (id)
      WHERE archive_id = ?${words.length === 0 ? '' : ` AND ${sql}`}`,
    values: [archiveId, ...values],
  }
}

/** Days and the page before, as a range of ids. */
function rangeOf({ from, until, after }: MessageQuery): [least: number, end: number] {
  const dayAfter = until === undefined ? null : new Date(Date.parse(until) + dayMilliseconds).toISOString()
  return [
    from === undefined ? 0 : firstIdAt(`${from}T00:00:00.000Z`),
    Math.min(after ?? Number.MAX_SAFE_INTEGER, dayAfter === null ? Number.MAX_SAFE_INTEGER : firstIdAt(dayAfter)),
  ]
}

function readFound(db: ReadDb, ids: readonly number[]): Found[] {
  return db
    .prepare<[string], Found>(
      `SELECT archive_message.id AS cursor, archive_id AS archiveId, person_name AS personName, extension, content,
          archive_message.note AS note
        FROM json_each(?) wanted
        CROSS JOIN archive_message ON archive_message.id = wanted.value
        JOIN archive ON archive.id = archive_id
        ORDER BY archive_message.id DESC`,
    )
    .all(JSON.stringify(ids))
}

/** The first of them that one message to the window can hold; one in any case. */
function fitting(rows: readonly Found[]): readonly Found[] {
  let letters = 0
  const tooMany = rows.findIndex(({ content, note }) => {
    letters += Math.min(content.length, shownTranscript) + note.length
    return letters > mostLetters
  })
  return tooMany === -1 ? rows : rows.slice(0, Math.max(1, tooMany))
}

function toFound({ content, ...row }: Found): FoundMessage {
  const message = toMessage(content)
  const { transcript } = message
  if (transcript === null || transcript.length <= shownTranscript) return { ...row, message }
  return { ...row, message: { ...message, transcript: `${transcript.slice(0, shownTranscript)}…` } }
}
