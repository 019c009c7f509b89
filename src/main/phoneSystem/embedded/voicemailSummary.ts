import { createHash } from 'node:crypto'
import type { Inventory } from '../../../shared/offboarding/inventory.ts'
import type { ReadDb } from '../../db/sql.ts'

type Summary = Inventory['voicemail']

const facts = 'm.id, m.sha256, m.bytes, m.seconds, m.folder, m.is_read, m.is_urgent, m.is_hidden, m.received_at'

type VoicemailFacts = {
  id: string
  sha256: string
  bytes: number
  seconds: number
  folder: string
  is_read: number
  is_urgent: number
  is_hidden: number
  received_at: string
}

/** So many are read in some milliseconds. */
const atOnce = 1000

/** The messages of an extension after one of them, oldest first. */
export const nextOnExtensionSql = `
  SELECT ${facts} FROM voicemail_message m WHERE m.extension_id = ? AND (m.received_at, m.id) > (?, ?)
    ORDER BY m.received_at, m.id LIMIT ${atOnce}`

/** Of all messages of an extension; yields after some of them. */
export function* summarizeVoicemail(db: ReadDb, extensionId: string): Generator<void, Summary> {
  const page = db.prepare<[string, string, string], VoicemailFacts>(nextOnExtensionSql)
  const summary = createSummary()
  for (let last = { received_at: '', id: '' }; ;) {
    const rows = page.all(extensionId, last.received_at, last.id)
    for (const row of rows) summary.add(row)
    if (rows.length < atOnce) return summary.made()
    last = rows.at(-1)!
    yield
  }
}

/** Of chosen messages, wherever they are, those that there are; yields after some of them. */
export function* summarizeChosen(db: ReadDb, ids: readonly string[]): Generator<void, Summary> {
  const chosen = 'FROM voicemail_message m WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY m.received_at, m.id'
  const inOrder = db.prepare<[string], string>(`SELECT m.id ${chosen}`).pluck().all(JSON.stringify(ids))
  const some = db.prepare<[string], VoicemailFacts>(`SELECT ${facts} ${chosen}`)
  const summary = createSummary()
  for (let from = 0; from < inOrder.length; from += atOnce) {
    if (from > 0) yield
    for (const row of some.all(JSON.stringify(inOrder.slice(from, from + atOnce)))) summary.add(row)
  }
  return summary.made()
}

/** The digest covers what an archive must hold and what the administrator was shown of it. */
function createSummary() {
  const digest = createHash('sha256')
  const sum = { count: 0, unread: 0, urgent: 0, hidden: 0, bytes: 0, seconds: 0 }
  let oldest: string | null = null
  let newest: string | null = null
  return {
    add: (row: VoicemailFacts): void => {
      digest.update(
        `${row.id}|${row.sha256}|${row.bytes}|${row.seconds}|${row.folder}|${row.is_read}|${row.is_urgent}\n`,
      )
      sum.count += 1
      sum.unread += 1 - row.is_read
      sum.urgent += row.is_urgent
      sum.hidden += row.is_hidden
      sum.bytes += row.bytes
      sum.seconds += row.seconds
      oldest ??= row.received_at
      newest = row.received_at
    },
    made: (): Summary => ({ ...sum, oldest, newest, digest: digest.digest('hex') }),
  }
}
