import { extensionNumber } from '../../../shared/ids.ts'
import type { ReadDb } from '../../db/sql.ts'
import { summarizeVoicemail } from './voicemailSummary.ts'

export type Row = Record<string, unknown>

const onExtension = {
  phoneNumbers: `SELECT phone_number AS phoneNumber, status, country, is_primary AS "primary", origin
    FROM phone_number WHERE extension_id = ? ORDER BY is_primary DESC, phone_number`,
  devices: 'SELECT id, model, mac_address AS macAddress, status FROM device WHERE extension_id = ? ORDER BY id',
  ringGroups: `SELECT g.id, g.name, g.extension_number AS extensionNumber,
      (SELECT count(*) FROM ring_group_member WHERE ring_group_id = g.id) AS members
    FROM ring_group_member m JOIN ring_group g ON g.id = m.ring_group_id WHERE m.extension_id = ? ORDER BY g.name, g.id`,
  callQueues: `SELECT q.id, q.name, m.member_type AS memberType,
      (SELECT count(*) FROM call_queue_member WHERE call_queue_id = q.id) AS members
    FROM call_queue_member m JOIN call_queue q ON q.id = m.call_queue_id WHERE m.extension_id = ? ORDER BY q.name, q.id`,
  forwardingRules: `SELECT id, condition, destination_type AS destinationType, destination, enabled, set_by AS setBy
    FROM forwarding_rule WHERE extension_id = ? ORDER BY id`,
  greetings: 'SELECT id, kind, seconds FROM greeting WHERE extension_id = ? ORDER BY id',
} as const

const forwardedHere = `
  SELECT DISTINCT extension.extension_number AS extensionNumber FROM forwarding_rule rule
  JOIN extension ON extension.id = rule.extension_id
  WHERE rule.destination = ? AND rule.enabled = 1 ORDER BY 1`

/** What lies on an extension, whoever has it; nothing for a person without one. */
export function* readOnExtension(db: ReadDb, extension: Row | undefined) {
  const id = typeof extension?.['id'] === 'string' ? extension['id'] : ''
  const voicemail = yield* summarizeVoicemail(db, id)
  return {
    extension: extension === undefined ? null : toExtension(extension),
    ...listsOf(db, id),
    forwardedHere: readForwardedHere(db, extension?.['extension_number']),
    voicemail,
  }
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
