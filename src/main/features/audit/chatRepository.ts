import { chatMessage, type ChatFilter, type ChatMessage, type ChatRoomPart } from '../../../shared/audit/chat.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { ReadDb } from '../../db/sql.ts'

// Around what a search found; no text of a message holds these.
const hitStart = '\u0001'
const hitEnd = '\u0002'
const columns = `chat_message.rowid AS place, chat_message.id, chat_message.user_id AS userId,
  chat_message.author_name AS authorName, user.status AS authorStatus, chat_message.room, chat_message.sent_at AS sentAt`
const marked = `highlight(chat_search, 0, char(1), char(2)) AS body`
const order = 'chat_message.sent_at DESC, chat_message.rowid DESC'

type Row = { place: number; sentAt: string; body: string }
/** Where messages stand: rows of chat_message. */
type Places = readonly number[]
export type Found = { place: number; sentAt: string }

/** How much the filter finds. */
export function countChat(db: ReadDb, filter: ChatFilter): number {
  const { counted, where, values } = searchOf(filter)
  return db.prepare<[Values], number>(`SELECT count(*) FROM ${counted} ${where}`).pluck().get(values) ?? 0
}

/** Where a page of what the filter finds stands, newest first. A word that is everywhere is sorted without its texts. */
export function chatPlaces(db: ReadDb, filter: ChatFilter, offset: number, limit: number): Places {
  const { from, where, values } = searchOf(filter)
  return db
    .prepare<[object], number>(
      `SELECT chat_message.rowid FROM ${from} ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
    )
    .pluck()
    .all({ ...values, limit, offset })
}

/** The messages at some places, newest first, with what the filter found in each. */
export function readChat(db: ReadDb, { words, person }: ChatFilter, places: Places): ChatMessage[] {
  const { from, where, values, body, matches } = searchOf({ words, person })
  // With the plus SQLite goes through what is found once; without it it would ask the search for each place anew.
  const here = `${matches ? 'AND +chat_search.rowid' : 'WHERE chat_message.rowid'} IN (SELECT value FROM json_each(@places))`
  return db
    .prepare<[object], Row>(
      `SELECT ${columns}, ${body} FROM ${from} JOIN user ON user.id = chat_message.user_id ${where} ${here} ORDER BY ${order}`,
    )
    .all({ ...values, places: JSON.stringify(places) })
    .map(toMessage)
}

/** Found in some milliseconds. */
const partRows = 10_000

/** Where all that the filter finds stands, part by part of what was ever written, each newest first. */
export function* chatParts(db: ReadDb, filter: ChatFilter): Generator<Found[]> {
  const { matches, from, where, values } = searchOf(filter)
  // Without words an index would be gone through anew for each part.
  const [rows, key] = matches ? [from, 'chat_search.rowid'] : ['chat_message NOT INDEXED', 'chat_message.rowid']
  const part = db.prepare<[object], Found>(
    `SELECT chat_message.rowid AS place, sent_at AS sentAt FROM ${rows} ${where}
      ${where === '' ? 'WHERE' : 'AND'} ${key} > @after AND ${key} <= @upTo ORDER BY ${order}`,
  )
  const last = db.prepare<[], number | null>('SELECT max(rowid) FROM chat_message').pluck().get() ?? 0
  for (let after = 0; after < last; after += partRows) yield part.all({ ...values, after, upTo: after + partRows })
}

/** Throws NOT_FOUND. */
export function chatAround(db: ReadDb, messageId: string, earlier: number, later: number): ChatRoomPart {
  const select = `SELECT ${columns}, chat_message.body FROM chat_message JOIN user ON user.id = chat_message.user_id`
  const hit = db.prepare<[string], Row & { room: string }>(`${select} WHERE chat_message.id = ?`).get(messageId)
  if (hit === undefined) throw new AppError('NOT_FOUND', 'This message does not exist any more. Search again.')
  const beside = (comparison: '<' | '>', direction: 'DESC' | 'ASC', limit: number): Row[] =>
    db
      .prepare<[string, string, number, number], Row>(
        `${select} WHERE room = ? AND (sent_at, chat_message.rowid) ${comparison} (?, ?)
          ORDER BY sent_at ${direction}, chat_message.rowid ${direction} LIMIT ?`,
      )
      .all(hit.room, hit.sentAt, hit.place, limit + 1)
  const before = beside('<', 'DESC', earlier)
  const after = beside('>', 'ASC', later)
  return {
    room: hit.room,
    messages: [...before.slice(0, earlier).toReversed(), hit, ...after.slice(0, later)].map(toMessage),
    earlier: before.length > earlier,
    later: after.length > later,
  }
}

/** The rooms that messages name; hops from one to the next in the index. */
export function listRooms(db: ReadDb): string[] {
  const hops = `WITH RECURSIVE hop (room) AS (
      SELECT (SELECT room FROM chat_message ORDER BY room LIMIT 1)
      UNION ALL
      SELECT (SELECT room FROM chat_message WHERE room > hop.room ORDER BY room LIMIT 1) FROM hop WHERE hop.room IS NOT NULL
    ) SELECT room FROM hop WHERE room IS NOT NULL`
  return db.prepare(hops).pluck().all() as string[]
}

type Values = Record<string, string>

function searchOf({ words, person, room, from: since, until }: ChatFilter) {
  const match = [columnMatch('body', words), columnMatch('author_name', person)].filter((text) => text !== null)
  const conditions: string[] = []
  const values: Values = {}
  const add = (name: string, value: string | undefined, condition: string): void => {
    if (value === undefined) return
    conditions.push(condition)
    values[name] = value
  }
  add('match', match.length === 0 ? undefined : match.join(' AND '), 'chat_search MATCH @match')
  add('room', room, 'chat_message.room = @room')
  add('since', since, 'chat_message.sent_at >= @since')
  add('until', until, 'chat_message.sent_at < @until')
  const matches = match.length > 0
  const from = matches
    ? 'chat_search CROSS JOIN chat_message ON chat_message.rowid = chat_search.rowid'
    : 'chat_message'
  return {
    matches,
    from,
    /** From which it is counted: words and people alone need no look at the messages. */
    counted: matches && conditions.length === 1 ? 'chat_search' : from,
    where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    values,
    body: matches ? marked : 'chat_message.body',
  }
}

/**
 * Every word, as a quoted prefix, so that nothing of it is read as a query. Null when nothing is asked for; without a
 * letter or digit nothing can be found.
 */
function columnMatch(column: string, text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null
  // SQLite would read the question to a NUL only.
  const words = text.split(/[\s\0]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const quoted = words.map((word) => `"${word.replaceAll('"', '""')}"*`)
  return `{${column}} : (${quoted.length === 0 ? '""' : quoted.join(' AND ')})`
}

function toMessage({ body, ...row }: Row): ChatMessage {
  const parts = body.split(hitStart).flatMap((piece, index) => {
    if (index === 0) return [{ text: piece, hit: false }]
    const [hit = '', rest = ''] = piece.split(hitEnd)
    return [
      { text: hit, hit: true },
      { text: rest, hit: false },
    ]
  })
  return chatMessage.parse({ ...row, body: parts.filter(({ text }) => text !== '') })
}
