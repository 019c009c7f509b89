import type { VoicemailId } from '../../../../shared/ids.ts'
import type { AudioFormat } from '../../../../shared/voicemail/model.ts'
import type { ReadDb, WriteDb } from '../../../db/sql.ts'

/** A message with where its audio is to lie, and what is listed of it. */
export type ListedRecording = {
  id: VoicemailId
  extension: string
  callerName: string
  callerNumber: string
  receivedAt: string
  timezone: string
  folder: string
  seconds: number
  file: string
  bytes: number
  sha256: string
}

/** Those of the messages that there are, oldest first. */
export function listRecordings(db: ReadDb, ids: readonly VoicemailId[]): ListedRecording[] {
  return db
    .prepare<[string], ListedRecording>(
      `SELECT m.id, extension_number AS extension, caller_name AS callerName, caller_number AS callerNumber,
          received_at AS receivedAt, coalesce(user.timezone, site.timezone) AS timezone, folder, seconds, file, bytes, sha256
        FROM voicemail_message m
        JOIN extension ON extension.id = m.extension_id
        JOIN site ON site.id = extension.site_id
        LEFT JOIN user ON user.id = extension.user_id
        WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY received_at, m.id`,
    )
    .all(JSON.stringify(ids))
}

/** The names of those whose voicemail is under a legal hold, among the holders of messages. */
export function holdersUnderHold(db: ReadDb, ids: readonly VoicemailId[]): string[] {
  return db
    .prepare<[string], string>(
      `SELECT DISTINCT trim(first_name || ' ' || last_name) FROM voicemail_message m
        JOIN extension ON extension.id = m.extension_id JOIN user ON user.id = extension.user_id
        WHERE legal_hold IS NOT NULL AND m.id IN (SELECT value FROM json_each(?)) ORDER BY 1`,
    )
    .pluck()
    .all(JSON.stringify(ids))
}

export type Found = { bytes: number; sha256: string; seconds: number; format: AudioFormat }

/** Lists a recording as it was found. Answers false when it is not listed any more as it was. */
export function relist(db: WriteDb, { id, sha256 }: ListedRecording, found: Found): boolean {
  const { changes } = db
    .prepare(
      'UPDATE voicemail_message SET bytes = @bytes, sha256 = @sha256, seconds = @seconds, format = @format WHERE id = @id AND sha256 = @listed',
    )
    .run({ ...found, id, listed: sha256 })
  return changes === 1
}

/** Takes a message out of its mailbox. Answers false when it is not listed any more as it was. */
export function removeMessage(db: WriteDb, { id, sha256 }: ListedRecording): boolean {
  return db.prepare('DELETE FROM voicemail_message WHERE id = ? AND sha256 = ?').run(id, sha256).changes === 1
}
