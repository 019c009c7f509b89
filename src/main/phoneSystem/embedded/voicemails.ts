import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExtensionId, VoicemailId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { voicemailMessage, type VoicemailMessage } from '../../../shared/voicemail/model.ts'
import type { ReadDb } from '../../db/sql.ts'

type Row = Record<string, unknown>

/** So much of a transcript fits a list of the window. */
export const transcriptLetters = 2000

// The mailbox keeps its person's zone, and its site's when nobody has it.
const columnsWith = (transcript: string): string => `
  m.id, m.extension_id AS extensionId, m.caller_name AS callerName, m.caller_number AS callerNumber,
  m.received_at AS receivedAt, coalesce(user.timezone, site.timezone) AS timezone, m.seconds, m.folder,
  m.is_read AS read, m.is_urgent AS urgent, m.format, m.bytes, m.sha256, ${transcript} AS transcript
  FROM voicemail_message m
  JOIN extension ON extension.id = m.extension_id
  JOIN site ON site.id = extension.site_id
  LEFT JOIN user ON user.id = extension.user_id`
const columns = columnsWith('m.transcript')
const listColumns = columnsWith(`substr(m.transcript, 1, ${transcriptLetters})`)

/** Which messages are on an extension, oldest first: the order of the listing and of the archive. */
export const onExtensionSql = `
  SELECT m.id FROM voicemail_message m WHERE m.extension_id = ? ORDER BY m.received_at, m.id`

/** Which of the chosen messages there are, by extension, then oldest first. */
const chosenSql = `
  SELECT m.id FROM voicemail_message m JOIN extension ON extension.id = m.extension_id
  WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY extension.extension_number, m.received_at, m.id`

/** So many are read in some milliseconds. */
const atOnce = 250

/** All messages of an extension, oldest first, some at a time; without those that leave it meanwhile. */
export function listVoicemails(db: ReadDb, extensionId: ExtensionId): AsyncGenerator<VoicemailMessage> {
  return inOrder(db, db.prepare<[string], string>(onExtensionSql).pluck().all(extensionId))
}

/** Those of the chosen messages that there are, by extension, then oldest first. */
export function chosenVoicemails(db: ReadDb, ids: readonly VoicemailId[]): AsyncGenerator<VoicemailMessage> {
  return inOrder(db, db.prepare<[string], string>(chosenSql).pluck().all(JSON.stringify(ids)))
}

async function* inOrder(db: ReadDb, ids: readonly string[]): AsyncGenerator<VoicemailMessage> {
  const some = db.prepare<[string], Row>(`SELECT ${columns} WHERE m.id IN (SELECT value FROM json_each(?))`)
  for (let from = 0; from < ids.length; from += atOnce) {
    const part = ids.slice(from, from + atOnce)
    const found = new Map(some.all(JSON.stringify(part)).map((row) => [row['id'], row]))
    for (const id of part) {
      const row = found.get(id)
      if (row !== undefined) yield toMessage(row)
    }
    await nextTurn()
  }
}

/** One page, newest first. Long transcripts are cut. */
export function pageVoicemails(db: ReadDb, extensionId: ExtensionId, offset: number, limit: number) {
  const total = db
    .prepare<[string], { n: number }>('SELECT count(*) AS n FROM voicemail_message WHERE extension_id = ?')
    .get(extensionId)
  const rows = db
    .prepare<[string, number, number], Row>(
      `SELECT ${listColumns} WHERE m.extension_id = ? ORDER BY m.received_at DESC, m.id DESC LIMIT ? OFFSET ?`,
    )
    .all(extensionId, limit, offset)
  return { total: total?.n ?? 0, messages: rows.map(toMessage) }
}

export type AudioFile = Pick<VoicemailMessage, 'bytes' | 'sha256' | 'format' | 'seconds'> & { file: string }

/** Answers a function that finds where the audio of a message lies, relative to the audio folder. It throws NOT_FOUND. */
export function audioFinder(db: ReadDb): (id: VoicemailId) => AudioFile {
  const find = db.prepare<[string], AudioFile>(
    'SELECT file, bytes, sha256, format, seconds FROM voicemail_message WHERE id = ?',
  )
  return (id) => {
    const row = find.get(id)
    if (row === undefined)
      throw new AppError('NOT_FOUND', 'This voicemail message is not there any more. Load the list again.', { id })
    return row
  }
}

function toMessage(row: Row): VoicemailMessage {
  return voicemailMessage.parse({ ...row, read: row['read'] === 1, urgent: row['urgent'] === 1 })
}
