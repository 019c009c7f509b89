import { archivedMessage, type ArchivedMessage } from '../../../../shared/archives/model.ts'
import { createLocalTime } from '../../../archive/messageText.ts'
import type { ReadDb, WriteDb } from '../../../db/sql.ts'
import { messageText } from './messageText.ts'

export type Owner = { id: string; personName: string; extension: string | null }

/** Ids within one second; the seconds since 1970 stand before them, and both together stay whole numbers in JavaScript. */
const withinSecond = 2 ** 20

/**
 * Writes down some messages of an archive; one that is there already is written anew. Answers their rows, which
 * indexMessages makes searchable in the same transaction.
 */
export function addMessages(
  db: WriteDb,
  owner: Owner,
  messages: readonly ArchivedMessage[],
  notes: Readonly<Record<string, string>>,
): number[] {
  const localTime = createLocalTime()
  const remove = db.prepare<[string, string]>('DELETE FROM archive_message WHERE archive_id = ? AND message_id = ?')
  const lastOf = db
    .prepare<[number, number], number | null>('SELECT max(id) FROM archive_message WHERE id >= ? AND id < ?')
    .pluck()
  const insert = db.prepare(
    'INSERT INTO archive_message (id, archive_id, message_id, content, note) VALUES (?, ?, ?, ?, ?)',
  )
  const insertText = db.prepare('INSERT INTO archive_message_text (id, text, heard) VALUES (@id, @text, @heard)')
  const added: number[] = []
  for (const message of messages) {
    const note = Object.hasOwn(notes, message.id) ? notes[message.id]! : ''
    const second = firstIdAt(message.receivedAt)
    remove.run(owner.id, message.id)
    const id = (lastOf.get(second, second + withinSecond) ?? second - 1) + 1
    insert.run(id, owner.id, message.id, JSON.stringify(message), note)
    insertText.run({ id, ...messageText(owner, message, note, localTime) })
    added.push(id)
  }
  return added
}

/**
 * Makes rows searchable: all of a transaction at once, because FTS5 writes what it has gathered whenever a statement ends
 * or an id is smaller than the one before.
 */
export function indexMessages(db: WriteDb, rows: readonly number[]): void {
  db.prepare(
    `INSERT INTO archive_message_trigram (rowid, text)
      SELECT id, text || heard FROM archive_message_text WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ).run(JSON.stringify(rows))
}

/** The smallest id that a message of this instant can have. */
export function firstIdAt(instant: string): number {
  return Math.max(0, Math.floor(Date.parse(instant) / 1000)) * withinSecond
}

/** Takes up to so many messages of an archive out of the index; answers how many. */
export function unindexMessages(db: WriteDb, archiveId: string, limit: number): number {
  return db
    .prepare(
      'DELETE FROM archive_message WHERE id IN (SELECT id FROM archive_message WHERE archive_id = ? ORDER BY id LIMIT ?)',
    )
    .run(archiveId, limit).changes
}

/** Brings the notes of an archive's messages into the index. Call it in a transaction. */
export function indexMessageNotes(db: WriteDb, owner: Owner, notes: Readonly<Record<string, string>>): void {
  const localTime = createLocalTime()
  const had = db
    .prepare<[string], { id: string }>(
      "SELECT message_id AS id FROM archive_message WHERE archive_id = ? AND note <> ''",
    )
    .all(owner.id)
  const read = db.prepare<[string, string], { row: number; content: string; note: string }>(
    'SELECT id AS row, content, note FROM archive_message WHERE archive_id = ? AND message_id = ?',
  )
  const update = db.prepare('UPDATE archive_message SET note = ? WHERE id = ?')
  const updateText = db.prepare('UPDATE archive_message_text SET text = ?, heard = ? WHERE id = ?')
  const updateIndex = db.prepare('UPDATE archive_message_trigram SET text = ? WHERE rowid = ?')
  for (const id of new Set([...had.map((one) => one.id), ...Object.keys(notes)])) {
    const known = read.get(owner.id, id)
    const note = Object.hasOwn(notes, id) ? notes[id]! : ''
    if (known === undefined || known.note === note) continue
    const { text, heard } = messageText(owner, toMessage(known.content), note, localTime)
    update.run(note, known.row)
    updateText.run(text, heard, known.row)
    updateIndex.run(text + heard, known.row)
  }
}

export function toMessage(content: string): ArchivedMessage {
  return archivedMessage.parse(JSON.parse(content))
}

export function countMessages(db: ReadDb, archiveId: string): number {
  return db
    .prepare<[string], number>('SELECT count(*) FROM archive_message WHERE archive_id = ?')
    .pluck()
    .get(archiveId)!
}
