import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExtensionId, RunId, UserId } from '../../shared/ids.ts'
import type { ListedMessage } from '../archive/listing.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import { messageRow } from './rows.ts'

/** So many are read, and their JSON with them, in some milliseconds. */
const messagesAtOnce = 500

/** The approved listing, with what is proven of it. Nothing of a listing comes or goes later, so it is read in turns. */
export async function readMessages(db: ReadDb, id: RunId): Promise<ListedMessage[]> {
  const page = db.prepare<[string, number]>(
    `SELECT position, message, file, sha256, bytes FROM run_message WHERE run_id = ? AND position > ?
      ORDER BY position LIMIT ${messagesAtOnce}`,
  )
  const messages: ListedMessage[] = []
  for (;;) {
    const rows = page.all(id, messages.at(-1)?.position ?? -1)
    messages.push(...rows.map(toListed))
    if (rows.length < messagesAtOnce) return messages
    await nextTurn()
  }
}

function toListed(row: unknown): ListedMessage {
  const { sha256, bytes, ...listed } = messageRow.parse(row)
  return { ...listed, proof: sha256 === null || bytes === null ? null : { sha256, bytes } }
}

export function countMessages(db: ReadDb, id: RunId): { listed: number; proven: number; bytes: number } {
  const counts = db
    .prepare<[string], { listed: number; proven: number; bytes: number }>(
      'SELECT count(*) AS listed, count(proven_at) AS proven, coalesce(sum(bytes), 0) AS bytes FROM run_message WHERE run_id = ?',
    )
    .get(id)
  return counts ?? { listed: 0, proven: 0, bytes: 0 }
}

/** How many messages on an extension, or on that of a user, a run has no proof of. */
export function countUnproven(db: ReadDb, id: RunId, where: { extensionId: ExtensionId } | { userId: UserId }): number {
  const row = db
    .prepare<[object], { n: number }>(
      `SELECT count(*) AS n FROM voicemail_message m
        WHERE m.extension_id = coalesce(@extensionId, (SELECT id FROM extension WHERE user_id = @userId)) AND NOT EXISTS (
          SELECT 1 FROM run_message saved
          WHERE saved.run_id = @id AND saved.message_id = m.id AND saved.sha256 = m.sha256)`,
    )
    .get({ id, extensionId: null, userId: null, ...where })
  return row?.n ?? 0
}

/** How many greetings a user has that were not there when a run began, so that it has not saved them. */
export function countUnsavedGreetings(db: ReadDb, id: RunId, { userId }: { userId: UserId }): number {
  const row = db
    .prepare<[object], { n: number }>(
      `SELECT count(*) AS n FROM greeting JOIN extension ON extension.id = greeting.extension_id
        WHERE extension.user_id = @userId AND greeting.id NOT IN (
          SELECT value ->> '$.id' FROM run, json_each(run.inventory, '$.greetings') WHERE run.id = @id)`,
    )
    .get({ id, userId })
  return row?.n ?? 0
}

export function saveProofs(
  db: WriteDb,
  id: RunId,
  proofs: readonly { position: number; sha256: string; bytes: number }[],
  at: string,
): void {
  const update = db.prepare(
    'UPDATE run_message SET sha256 = ?, bytes = ?, proven_at = ? WHERE run_id = ? AND position = ?',
  )
  db.transaction(() => {
    for (const proof of proofs) update.run(proof.sha256, proof.bytes, at, id, proof.position)
  }).immediate()
}
