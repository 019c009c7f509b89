import type { ExtensionId, VoicemailId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import {
  extensionInventory,
  messageInventory,
  type ExtensionInventory,
  type MessageInventory,
} from '../../../shared/offboarding/inventory.ts'
import type { ReadDb } from '../../db/sql.ts'
import { readOnExtension, type Row } from './onExtension.ts'
import { summarizeChosen } from './voicemailSummary.ts'

const holder = `SELECT id AS userId, trim(first_name || ' ' || last_name) AS name, status FROM user WHERE id = ?`

const counts = `
  SELECT (SELECT count(*) FROM preference WHERE extension_id = @extension) AS preference,
    (SELECT count(*) FROM call_log WHERE extension_id = @extension) AS callLog`

const asked = `
  SELECT phone_number AS phoneNumber, status, parked_until AS parkedUntil, reclaimable_until AS reclaimableUntil
  FROM phone_number WHERE phone_number IN (SELECT value FROM json_each(?)) ORDER BY phone_number`

const places = `
  SELECT extension.id, extension_number AS extensionNumber, trim(user.first_name || ' ' || user.last_name) AS holder
  FROM extension LEFT JOIN user ON user.id = extension.user_id
  WHERE extension.id IN (
    SELECT extension_id FROM voicemail_message WHERE id IN (SELECT value FROM json_each(?))
  ) ORDER BY extension_number`

/** Everything that hangs on an extension, and how the numbers are that it is to get; yields in a large mailbox. Throws NOT_FOUND. */
export function* readExtensionInventory(
  db: ReadDb,
  extensionId: ExtensionId,
  phoneNumbers: readonly string[],
): Generator<void, ExtensionInventory> {
  const row = db.prepare<[string], Row>('SELECT * FROM extension WHERE id = ?').get(extensionId)
  if (row === undefined)
    throw new AppError('NOT_FOUND', 'There is no such extension. Search the list of extensions again.', { extensionId })
  return extensionInventory.parse({
    ...(yield* readOnExtension(db, row)),
    holder: db.prepare(holder).get(row['user_id']) ?? null,
    asked: db.prepare(asked).all(JSON.stringify(phoneNumbers)),
    counts: db.prepare(counts).get({ extension: extensionId }),
  })
}

/** What was chosen of the messages of any extensions; yields where it is much. */
export function* readMessageInventory(db: ReadDb, ids: readonly VoicemailId[]): Generator<void, MessageInventory> {
  const chosen = new Set(ids)
  const voicemail = yield* summarizeChosen(db, [...chosen])
  return messageInventory.parse({
    voicemail,
    extensions: db.prepare(places).all(JSON.stringify(ids)),
    gone: chosen.size - voicemail.count,
  })
}
