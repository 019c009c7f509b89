import {
  extensionRow,
  formerHolder,
  numberRow,
  type ExtensionRow,
  type FormerHolder,
  type NumberRow,
} from '../../../shared/extensions/model.ts'
import type { ExtensionId } from '../../../shared/ids.ts'
import type { ReadDb } from '../../db/sql.ts'

type Row = Record<string, unknown>
type Found = { searchId: number }

const holder = `
  CASE WHEN user.id IS NOT NULL THEN json_object('userId', user.id,
    'name', trim(user.first_name || ' ' || user.last_name), 'userName', user.user_name, 'status', user.status,
    'leavesOn', user.leaves_on) END AS holder`

const extensionColumns = `
  extension.id, extension.extension_number AS extensionNumber, ${holder},
  CASE WHEN user.id IS NULL THEN (
    SELECT trim(last.first_name || ' ' || last.last_name) FROM extension_former_user former
    JOIN user last ON last.id = former.user_id
    WHERE former.extension_id = extension.id ORDER BY former.until DESC LIMIT 1) END AS lastHolder,
  site.name AS site,
  (SELECT count(*) FROM voicemail_message WHERE extension_id = extension.id) AS voicemails,
  (SELECT count(*) FROM voicemail_message WHERE extension_id = extension.id AND is_hidden = 1) AS hiddenVoicemails,
  (SELECT json_group_array(phone_number ORDER BY is_primary DESC, phone_number) FROM phone_number
    WHERE extension_id = extension.id) AS phoneNumbers`
const extensionTables = `
  JOIN site ON site.id = extension.site_id
  LEFT JOIN user ON user.id = extension.user_id`

export const extensionRowsSql = `
  SELECT extension_search.id AS searchId, ${extensionColumns}
  FROM json_each(?) wanted
  CROSS JOIN extension_search ON extension_search.id = wanted.value
  JOIN extension ON extension.id = extension_search.extension_id ${extensionTables}`

export const numberRowsSql = `
  SELECT number_search.id AS searchId, number.phone_number AS phoneNumber, number_search.state, number_search.until,
    CASE WHEN extension.id IS NOT NULL
      THEN json_object('id', extension.id, 'extensionNumber', extension.extension_number) END AS extension,
    ${holder}, site.name AS site, number.country, number.is_primary AS isPrimary
  FROM json_each(?) wanted
  CROSS JOIN number_search ON number_search.id = wanted.value
  JOIN phone_number number ON number.phone_number = number_search.phone_number
  LEFT JOIN extension ON extension.id = number.extension_id
  LEFT JOIN site ON site.id = extension.site_id
  LEFT JOIN user ON user.id = extension.user_id`

const former = `
  SELECT user.id AS userId, trim(user.first_name || ' ' || user.last_name) AS name, user.user_name AS userName,
    user.status, former.until
  FROM extension_former_user former JOIN user ON user.id = former.user_id
  WHERE former.extension_id = ? ORDER BY former.until DESC, user.id`

/** The extensions of some rows of extension_search, in the given order. */
export function readExtensions(db: ReadDb, searchIds: readonly number[]): ExtensionRow[] {
  return inOrder(db, extensionRowsSql, searchIds).map(toExtension)
}

/** The phone numbers of some rows of number_search, in the given order. */
export function readNumbers(db: ReadDb, searchIds: readonly number[]): NumberRow[] {
  return inOrder(db, numberRowsSql, searchIds).map((row) =>
    numberRow.parse({
      ...row,
      holder: fromJson(row['holder']),
      extension: fromJson(row['extension']),
      primary: row['isPrimary'] === 1,
    }),
  )
}

/** One extension as the list shows it; null when there is none. */
export function readExtension(db: ReadDb, id: ExtensionId): ExtensionRow | null {
  const sql = `SELECT ${extensionColumns} FROM extension ${extensionTables} WHERE extension.id = ?`
  const row = db.prepare<[string], Row>(sql).get(id)
  return row === undefined ? null : toExtension(row)
}

/** Who had an extension, the last one first. */
export function readFormerHolders(db: ReadDb, id: ExtensionId): FormerHolder[] {
  return db
    .prepare<[string], Row>(former)
    .all(id)
    .map((row) => formerHolder.parse(row))
}

/** Finds an extension by its id or as it is dialed. */
export function findExtensionId(db: ReadDb, key: string): ExtensionId | null {
  const row = db
    .prepare<{ key: string }, { id: ExtensionId }>(
      'SELECT id FROM extension WHERE extension_number = @key OR id = @key',
    )
    .get({ key })
  return row?.id ?? null
}

function inOrder(db: ReadDb, sql: string, searchIds: readonly number[]): (Row & Found)[] {
  const rows = db.prepare<[string], Row & Found>(sql).all(JSON.stringify(searchIds))
  const byId = new Map(rows.map((row) => [row.searchId, row]))
  return searchIds.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [row]
  })
}

function toExtension(row: Row): ExtensionRow {
  const who = fromJson(row['holder']) as { status: string } | null
  const state = who === null ? 'free' : who.status === 'ACTIVE' ? 'assigned' : 'deactivated'
  return extensionRow.parse({ ...row, holder: who, state, phoneNumbers: fromJson(row['phoneNumbers']) })
}

function fromJson(text: unknown): unknown {
  return typeof text === 'string' ? JSON.parse(text) : null
}
