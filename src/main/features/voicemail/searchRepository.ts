import { searchWords } from '../../../shared/directory/fold.ts'
import {
  voicemailRow,
  type VoicemailFilter,
  type VoicemailRow,
  type VoicemailSort,
} from '../../../shared/voicemail/model.ts'
import { allOf, idsOf, type Condition } from '../../db/search/condition.ts'
import type { SearchList } from '../../db/search/list.ts'
import type { ReadDb } from '../../db/sql.ts'
import { transcriptLetters } from '../../phoneSystem/embedded/voicemails.ts'

/** The messages of all extensions as a list. Turned round, the newest of the same come last. */
export const messageList: SearchList<VoicemailFilter, VoicemailSort> = {
  name: 'voicemail_search',
  texts: ['caller', 'other'],
  trigrams: false,
  forward: {
    received: 'received_at, id',
    extension: 'extension, extension_number, received_at DESC, id DESC',
    ownerThen: 'then_key, then_id, received_at DESC, id DESC',
    ownerNow: 'now_key, now_id, received_at DESC, id DESC',
    caller: 'caller_key, received_at DESC, id DESC',
    seconds: 'seconds, received_at DESC, id DESC',
  },
  backward: {
    received: 'received_at DESC, id DESC',
    extension: 'extension DESC, extension_number DESC, received_at, id',
    ownerThen: 'then_key DESC, then_id DESC, received_at, id',
    ownerNow: 'now_key DESC, now_id DESC, received_at, id',
    caller: 'caller_key DESC, received_at, id',
    seconds: 'seconds DESC, received_at, id',
  },
  wordsOf: ({ search, caller }) => [
    ...searchWords(search).map((word) => ({ word, in: null })),
    ...searchWords(caller).map((word) => ({ word, in: 'caller' })),
  ],
  conditionOf: messageCondition,
}

function messageCondition(filter: VoicemailFilter): Condition {
  const { extension, ownerThen, ownerNow, free, folder, unread, format, from, until } = filter
  return allOf([
    ...(extension === undefined
      ? []
      : [['extension = CAST(? AS INTEGER) AND extension_number = ?', extension, extension] as const]),
    ...(ownerThen === undefined ? [] : [['then_id = ?', ownerThen] as const]),
    ...(ownerNow === undefined ? [] : [['now_id = ?', ownerNow] as const]),
    ...(free === undefined ? [] : [[free ? "now_id = ''" : "now_id <> ''"] as const]),
    ...(folder === undefined ? [] : [['folder = ?', folder] as const]),
    ...(unread === undefined ? [] : [[`is_read = ${unread ? 0 : 1}`] as const]),
    ...(format === undefined ? [] : [['format = ?', format] as const]),
    // A day begins somewhere on Earth up to 14 hours before it does in UTC, and ends up to 12 hours later. SQLite knows no
    // day after the year 9999: a letter comes after all of them.
    ...(from === undefined ? [] : [["received_at >= date(?, '-1 day') AND received_day >= ?", from, from] as const]),
    ...(until === undefined
      ? []
      : [["received_at < coalesce(date(?, '+2 days'), 'A') AND received_day <= ?", until, until] as const]),
  ])
}

export const rowsSql = `
  SELECT wanted.value AS searchId, m.id, m.extension_id AS extensionId, extension.extension_number AS extension,
    m.caller_name AS callerName, m.caller_number AS callerNumber, m.received_at AS receivedAt,
    coalesce(later.timezone, site.timezone) AS timezone, m.seconds, m.folder, m.is_read AS read, m.is_urgent AS urgent,
    m.format, m.bytes, m.sha256, substr(m.transcript, 1, ${transcriptLetters}) AS transcript, m.is_hidden AS hidden,
    earlier.id AS thenId, trim(earlier.first_name || ' ' || earlier.last_name) AS thenName,
    earlier.status <> 'ACTIVE' AS thenGone,
    later.id AS nowId, trim(later.first_name || ' ' || later.last_name) AS nowName, later.status <> 'ACTIVE' AS nowGone
  FROM json_each(?) wanted
  CROSS JOIN voicemail_search found ON found.id = wanted.value
  JOIN voicemail_message m ON m.id = found.message_id
  JOIN extension ON extension.id = m.extension_id
  JOIN site ON site.id = extension.site_id
  LEFT JOIN user earlier ON earlier.id = found.then_id
  LEFT JOIN user later ON later.id = extension.user_id`

type Row = Readonly<Record<string, unknown>> & { searchId: number }

/** The messages of some rows of voicemail_search, in the given order. */
export function readMessages(db: ReadDb, searchIds: readonly number[]): VoicemailRow[] {
  const rows = db.prepare<[string], Row>(rowsSql).all(JSON.stringify(searchIds))
  const byId = new Map(rows.map((row) => [row.searchId, row]))
  return searchIds.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [toMessage(row)]
  })
}

/** Which rows of voicemail_search these messages are. */
export function searchIdsOf(db: ReadDb, messageIds: readonly string[]): number[] {
  return idsOf(db, 'SELECT id FROM voicemail_search WHERE message_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(messageIds),
  ])
}

export const chosenSql = `
  SELECT m.id, m.bytes, m.seconds FROM json_each(?) wanted
  CROSS JOIN voicemail_search found ON found.id = wanted.value
  JOIN voicemail_message m ON m.id = found.message_id`

/** The ids of the messages of some rows of voicemail_search, with their size and length. */
export function readSizes(db: ReadDb, searchIds: readonly number[]): { id: string; bytes: number; seconds: number }[] {
  return db.prepare<[string], { id: string; bytes: number; seconds: number }>(chosenSql).all(JSON.stringify(searchIds))
}

function toMessage(row: Row): VoicemailRow {
  return voicemailRow.parse({
    ...row,
    read: row['read'] === 1,
    urgent: row['urgent'] === 1,
    hidden: row['hidden'] === 1,
    ownerThen: ownerOf(row, 'then'),
    ownerNow: ownerOf(row, 'now'),
  })
}

function ownerOf(row: Row, side: 'then' | 'now') {
  const userId = row[`${side}Id`]
  return userId === null ? null : { userId, name: row[`${side}Name`], gone: row[`${side}Gone`] === 1 }
}
