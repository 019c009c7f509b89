import { createHash } from 'node:crypto'
import { extensionNumber, type UserId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { inventory, type Inventory } from '../../../shared/offboarding/inventory.ts'
import type { ReadDb } from '../../db/sql.ts'

type Row = Record<string, unknown>

const user = `
  SELECT user.*, site.name AS site,
    (SELECT count(*) FROM user_session WHERE user_id = user.id AND ended_at IS NULL) AS open_sessions
  FROM user JOIN site ON site.id = user.site_id WHERE user.id = ?`

const onExtension = {
  phoneNumbers: `SELECT phone_number AS phoneNumber, status, country, is_primary AS "primary", origin
    FROM phone_number WHERE extension_id = ? ORDER BY is_primary DESC, phone_number`,
  devices: 'SELECT id, model, mac_address AS macAddress, status FROM device WHERE extension_id = ? ORDER BY id',
  ringGroups: `SELECT g.id, g.name, g.extension_number AS extensionNumber,
      (SELECT count(*) FROM ring_group_member WHERE ring_group_id = g.id) AS members
    FROM ring_group_member m JOIN ring_group g ON g.id = m.ring_group_id WHERE m.extension_id = ? ORDER BY g.name, g.id`,
  callQueues: `SELECT q.id, q.name, m.member_type AS memberType
    FROM call_queue_member m JOIN call_queue q ON q.id = m.call_queue_id WHERE m.extension_id = ? ORDER BY q.name, q.id`,
  forwardingRules: `SELECT id, condition, destination_type AS destinationType, destination, enabled, set_by AS setBy
    FROM forwarding_rule WHERE extension_id = ? ORDER BY id`,
  greetings: 'SELECT id, kind, seconds FROM greeting WHERE extension_id = ? ORDER BY id',
} as const

const forwardedHere = `
  SELECT DISTINCT extension.extension_number AS extensionNumber FROM forwarding_rule rule
  JOIN extension ON extension.id = rule.extension_id
  WHERE rule.destination = ? AND rule.enabled = 1 ORDER BY 1`

const counts = `
  SELECT
    (SELECT count(*) FROM preference WHERE extension_id = @extension) AS preference,
    (SELECT count(*) FROM call_log WHERE extension_id = @extension) AS callLog,
    (SELECT count(*) FROM call_record WHERE caller_user_id = @user)
      + (SELECT count(*) FROM call_record WHERE callee_user_id = @user AND caller_user_id IS NOT @user) AS callRecord,
    (SELECT count(*) FROM billing_record WHERE user_id = @user) AS billingRecord,
    (SELECT count(*) FROM chat_message WHERE user_id = @user) AS chatMessage,
    (SELECT count(*) FROM meeting WHERE user_id = @user) AS meeting,
    (SELECT count(*) FROM contact WHERE user_id = @user) AS contact,
    (SELECT count(*) FROM other_product_record WHERE user_id = @user AND product = 'fax') AS fax,
    (SELECT count(*) FROM other_product_record WHERE user_id = @user AND product = 'sms') AS textMessage`

const voicemail =
  'SELECT id, sha256, bytes, seconds, folder, is_read, is_urgent, received_at FROM voicemail_message WHERE extension_id = ? ORDER BY received_at, id'

type VoicemailFacts = {
  id: string
  sha256: string
  bytes: number
  seconds: number
  folder: string
  is_read: number
  is_urgent: number
  received_at: string
}

/** Everything that hangs on one person. Throws NOT_FOUND. */
export function readInventory(db: ReadDb, userId: UserId): Inventory {
  const person = db.prepare<[string], Row>(user).get(userId)
  if (person === undefined)
    throw new AppError('NOT_FOUND', 'There is no such user. Search the directory again.', { userId })
  const extension = db.prepare<[string], Row>('SELECT * FROM extension WHERE user_id = ?').get(userId)
  const id = typeof extension?.['id'] === 'string' ? extension['id'] : ''
  return inventory.parse({
    user: toUser(person),
    extension: extension === undefined ? null : toExtension(extension),
    ...listsOf(db, id),
    licences: db.prepare('SELECT id, name, country FROM licence WHERE user_id = ? ORDER BY id').all(userId),
    forwardedHere: readForwardedHere(db, extension?.['extension_number']),
    voicemail: summarize(db.prepare<[string], VoicemailFacts>(voicemail).all(id)),
    counts: db.prepare(counts).get({ user: userId, extension: id }),
  })
}

function listsOf(db: ReadDb, id: string) {
  const all = (sql: string): Row[] => db.prepare<[string], Row>(sql).all(id)
  return {
    phoneNumbers: all(onExtension.phoneNumbers).map((row) => ({ ...row, primary: row['primary'] === 1 })),
    devices: all(onExtension.devices),
    ringGroups: all(onExtension.ringGroups),
    callQueues: all(onExtension.callQueues),
    forwardingRules: all(onExtension.forwardingRules).map((row) => ({ ...row, enabled: row['enabled'] === 1 })),
    greetings: all(onExtension.greetings),
  }
}

function readForwardedHere(db: ReadDb, number: unknown): string[] {
  const parsed = extensionNumber.safeParse(number)
  if (!parsed.success) return []
  return db
    .prepare<[string], { extensionNumber: string }>(forwardedHere)
    .all(parsed.data)
    .map((row) => row.extensionNumber)
}

function toUser(row: Row) {
  return {
    id: row['id'],
    userName: row['user_name'],
    firstName: row['first_name'],
    lastName: row['last_name'],
    primaryEmail: row['primary_email'],
    status: row['status'],
    signInRevoked: row['sign_in_revoked'] === 1,
    openSessions: row['open_sessions'],
    locale: row['locale'],
    timezone: row['timezone'],
    department: row['department'],
    jobTitle: row['job_title'],
    site: row['site'],
    role: row['role'],
    scimProvider: row['scim_provider'],
    legalHold: row['legal_hold'],
    leavesOn: row['leaves_on'],
    leftAt: row['left_at'],
    createdTime: row['created_time'],
    lastUpdatedTime: row['last_updated_time'],
  }
}

function toExtension(row: Row) {
  return {
    id: row['id'],
    extensionNumber: row['extension_number'],
    fqExtensionNumber: row['fq_extension_number'],
    externalCallerIdName: row['external_caller_id_name'],
    externalCallerIdNumber: row['external_caller_id_number'],
    emergencyAddress: row['emergency_address'],
    voicemailEmail: row['voicemail_email'],
    voicemailNotification: row['voicemail_notification'],
  }
}

/** The digest covers what an archive must hold and what the administrator was shown of it. */
function summarize(rows: readonly VoicemailFacts[]): Inventory['voicemail'] {
  const digest = createHash('sha256')
  for (const row of rows)
    digest.update(`${row.id}|${row.sha256}|${row.bytes}|${row.seconds}|${row.folder}|${row.is_read}|${row.is_urgent}\n`)
  return {
    count: rows.length,
    unread: rows.filter((row) => row.is_read === 0).length,
    urgent: rows.filter((row) => row.is_urgent === 1).length,
    bytes: rows.reduce((sum, row) => sum + row.bytes, 0),
    seconds: rows.reduce((sum, row) => sum + row.seconds, 0),
    oldest: rows[0]?.received_at ?? null,
    newest: rows.at(-1)?.received_at ?? null,
    digest: digest.digest('hex'),
  }
}
