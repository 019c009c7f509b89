import type { OperatorRole } from '../offboarding/step.ts'
import { roleNames } from '../operators/permissions.ts'
import { counted, part, type AuditDetail } from './detail.ts'
import { either, runActions, type ActionWords } from './runActions.ts'

/** ": 12 messages, reason: …" of a look into the chat. */
function look(detail: AuditDetail): string {
  const said = [
    counted(detail, 'count', 'message found', 'messages found'),
    part(detail, 'query', (query) => `searched for ${query}`),
    part(detail, 'reason', (reason) => `reason: ${reason}`),
  ].filter((text) => text !== '')
  return said.length === 0 ? '' : ` (${said.join('; ')})`
}

/** " (received 2026-…; reason: …)" */
function recordingOf(detail: AuditDetail): string {
  return ` (${part(detail, 'receivedAt', (at) => `received ${at}`)}${part(detail, 'reason', (reason) => `; reason: ${reason}`)})`
}

/** "primary administrator", "IT administrator"; a role that is not known here as it is. */
function roleInWords(role: string): string {
  const name = Object.hasOwn(roleNames, role) ? roleNames[role as OperatorRole] : role
  return name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}

/** "2 faxes and 1 text message", without those of which there are none. */
function swept(detail: AuditDetail): string {
  const counts = [counted(detail, 'fax', 'fax', 'faxes'), counted(detail, 'sms', 'text message')]
  return counts.filter((count) => count !== '' && !count.startsWith('0 ')).join(' and ') || 'records'
}

/** Of an archive that is not valid: its folder may not have been there at all. */
const broken = (detail: AuditDetail): string =>
  either(detail, 'verification', 'missing', 'its folder was not there', 'damaged')

/** Every action that main writes into the chain, with its words. Main cannot write one that is not here. */
export const auditActions = {
  ...runActions,
  'tenant.demo': { label: 'Demo company created', sentence: (name) => `Created the demo company ${name}` },
  'tenant.own': {
    label: 'Company created',
    sentence: (name, detail) =>
      `Created the company ${name}${part(detail, 'site', (site) => ` with the site ${site}`)}`,
  },
  'import.users': {
    label: 'Users imported',
    sentence: (file, detail) => `Imported ${counted(detail, 'imported', 'user') || 'users'} from ${file}`,
  },
  'import.voicemail': {
    label: 'Voicemail imported',
    sentence: (path, detail) =>
      `Imported ${counted(detail, 'imported', 'voicemail message') || 'voicemail'} from ${path}${part(detail, 'repaired', () => `; ${counted(detail, 'repaired', 'damaged recording')} repaired`)}`,
  },
  'import.voicemailStart': {
    label: 'Voicemail import started',
    sentence: (path) => `Started importing voicemail from ${path}`,
  },
  'voicemail.keepChanged': {
    label: 'Changed recording kept',
    sentence: (extension, detail) =>
      `Kept a changed recording on extension ${extension} as it is${recordingOf(detail)}`,
  },
  'voicemail.giveUpLost': {
    label: 'Lost recording given up',
    sentence: (extension, detail) =>
      `Took a message whose recording is lost off extension ${extension}${recordingOf(detail)}`,
  },
  'archive.packStart': {
    label: 'File of an archive begun',
    sentence: (who, detail) =>
      `Began to make one file of the archive of ${who}${part(detail, 'file', (file) => `: ${file}`)}`,
  },
  'archive.export': { label: 'Archive exported', sentence: (who) => `Exported the archive of ${who} as one file` },
  'archive.seal': { label: 'Archive sealed', sentence: (who) => `Sealed the archive of ${who} with a passphrase` },
  'archive.unseal': {
    label: 'Sealed archive opened',
    sentence: (folder, detail) =>
      `Opened a sealed archive into ${folder}${part(detail, 'file', (file) => ` from ${file}`)}`,
  },
  'archive.add': { label: 'Archive added', sentence: (who) => `Added the archive of ${who} to the list` },
  'archive.forget': { label: 'Archive forgotten', sentence: (who) => `Took the archive of ${who} out of the list` },
  'archive.verify': {
    label: 'Archive verified',
    sentence: (who, detail) =>
      `Verified the archive of ${who}: ${either(detail, 'verification', 'valid', 'whole and unchanged', broken(detail))}`,
  },
  'archive.note': {
    label: 'Archive noted',
    sentence: (who, detail) =>
      `Changed the notes of the archive of ${who}${part(detail, 'what', (what) => `: ${what}`)}`,
  },
  'archive.hold': {
    label: 'Archive put under hold',
    sentence: (who, detail) =>
      `Put the archive of ${who} under legal hold${part(detail, 'reason', (reason) => `: ${reason}`)}`,
  },
  'archive.liftHold': {
    label: 'Hold of an archive lifted',
    sentence: (who, detail) =>
      `Lifted the legal hold on the archive of ${who}${part(detail, 'reason', (reason) => ` (it was: ${reason})`)}`,
  },
  'archive.removeStart': {
    label: 'Archive removal started',
    sentence: (who) => `Began to move the archive of ${who} to the wastebasket`,
  },
  'archive.remove': {
    label: 'Archive removed',
    sentence: (who, detail) =>
      `Moved the archive of ${who} to the wastebasket${part(detail, 'keepUntil', (day) => `; it was to be kept until ${day}`)}`,
  },
  'library.addFolder': {
    label: 'Archive folder watched',
    sentence: (folder) => `Added ${folder} to the folders in which archives are looked for`,
  },
  'library.removeFolder': {
    label: 'Archive folder left',
    sentence: (folder, detail) =>
      `Took ${folder} out of the folders in which archives are looked for${part(detail, 'archives', () => `, with ${counted(detail, 'archives', 'archive')}`)}`,
  },
  'library.look': {
    label: 'Archives found',
    sentence: (where, detail) =>
      `Looked for archives in ${where}: ${counted(detail, 'added', 'new archive') || 'none is new'}${part(detail, 'moved', (moved) => `, ${moved} moved`)}`,
  },
  'settings.archiveFolder': {
    label: 'Archive folder changed',
    sentence: (folder) => `Chose ${folder} as the folder for archives`,
  },
  'company.rename': {
    label: 'Company renamed',
    sentence: (name, detail) => `Renamed the company${part(detail, 'from', (from) => ` ${from}`)} to ${name}`,
  },
  'company.idleLock': {
    label: 'Idle lock changed',
    sentence: (_, detail) =>
      `Set the idle lock to ${counted(detail, 'to', 'minute')}${part(detail, 'from', (from) => ` (before: ${from})`)}`,
  },
  'company.retention': {
    label: 'Retention changed',
    sentence: (_, detail) =>
      `Set the retention of other products' records to ${counted(detail, 'to', 'month')}${part(detail, 'from', (from) => ` (before: ${from})`)}`,
  },
  'company.currency': {
    label: 'Currency of the bills changed',
    sentence: (_, detail) =>
      `Set the currency of the bills to ${part(detail, 'to', (to) => to)}${part(detail, 'from', (from) => ` (before: ${from})`)}`,
  },
  'site.add': { label: 'Site added', sentence: (site) => `Added the site ${site}` },
  'site.change': {
    label: 'Site changed',
    sentence: (site, detail) =>
      `Changed the site ${site}${part(detail, 'from', (from) => ` (before: ${from}${part(detail, 'timezoneFrom', (zone) => `, ${zone}`)})`)}`,
  },
  'site.remove': { label: 'Site removed', sentence: (site) => `Removed the site ${site}` },
  'retention.sweep': {
    label: 'Records deleted after retention',
    sentence: (_, detail) =>
      `Deleted ${swept(detail)} of ${counted(detail, 'people', 'person', 'people')} after ${counted(detail, 'months', 'month')}`,
  },
  'audit.headFileMissing': {
    label: 'Head file of the audit missing',
    sentence: (file, detail) =>
      `Found ${file} missing beside the database, and wrote it anew${part(detail, 'lastEntry', (seq) => `: the record ended with entry ${seq}`)}`,
  },
  'retention.clockSetBack': {
    label: 'Clock set back',
    sentence: (from, detail) =>
      `Found the clock of the computer set back from ${from}${part(detail, 'to', (to) => ` to ${to}`)}: no record is deleted before its time`,
  },
  'number.parkingOver': {
    label: 'Parking over',
    sentence: (_, detail) =>
      `Made ${counted(detail, 'count', 'parked phone number')} available: the last day of the parking has passed`,
  },
  'operator.add': {
    label: 'Operator added',
    sentence: (who, detail) => `Added the operator ${who}${part(detail, 'role', (role) => ` as ${roleInWords(role)}`)}`,
  },
  'operator.remove': { label: 'Operator removed', sentence: (who) => `Removed the operator ${who}` },
  'operator.role': {
    label: 'Role changed',
    sentence: (who, detail) =>
      `Changed the role of ${who}${part(detail, 'from', (from) => ` from ${roleInWords(from)}`)}${part(detail, 'to', (to) => ` to ${roleInWords(to)}`)}`,
  },
  'operator.grantAudit': { label: 'Audit privilege given', sentence: (who) => `Gave ${who} the audit privilege` },
  'operator.withdrawAudit': {
    label: 'Audit privilege taken',
    sentence: (who) => `Took the audit privilege from ${who}`,
  },
  'operator.handOver': {
    label: 'Primary administrator handed over',
    sentence: (who) => `Handed the role of the primary administrator over to ${who}`,
  },
  'operator.resetPassword': { label: 'Password reset', sentence: (who) => `Set a new password for ${who}` },
  'operator.password': { label: 'Password changed', sentence: (who) => `${who} changed their own password` },
  'operator.signIn': { label: 'Signed in', sentence: (who) => `${who} signed in` },
  'operator.signInRefused': {
    label: 'Sign-in refused',
    sentence: (who, detail) =>
      `A sign-in${who === '' ? '' : ` as ${who}`} was refused${part(detail, 'reason', (reason) => `: ${reason}`)}`,
  },
  'operator.signOut': {
    label: 'Signed out',
    sentence: (who, detail) => `${who} was signed out${part(detail, 'reason', (reason) => `: ${reason}`)}`,
  },
  'operator.lock': {
    label: 'Locked',
    sentence: (who, detail) =>
      `The window of ${who} was locked${either(detail, 'reason', 'idle', ' after idle minutes', '')}`,
  },
  'operator.unlock': { label: 'Unlocked', sentence: (who) => `${who} unlocked the window` },
  'chat.search': { label: 'Chat searched', sentence: (_, detail) => `Searched the chat${look(detail)}` },
  'chat.read': { label: 'Chat room read', sentence: (room, detail) => `Read the chat room ${room}${look(detail)}` },
  'chat.export': {
    label: 'Chat exported',
    sentence: (file, detail) => `Exported chat to ${file}${look(detail)}`,
  },
  'audit.export': {
    label: 'Audit exported',
    sentence: (file, detail) => `Exported ${counted(detail, 'count', 'audit entry', 'audit entries')} to ${file}`,
  },
} as const satisfies Record<string, ActionWords>

export type AuditAction = keyof typeof auditActions

/** The name of an action in words; one that is not known here as it is. With its detail it may say more. */
export function actionLabel(action: string, detail?: unknown): string {
  const words = wordsOf(action)
  return words?.labelOf?.(known(detail)) ?? words?.label ?? action
}

/** An entry as a sentence, for the window, the command line and exports. */
export function auditSentence({
  action,
  subject,
  detail,
}: {
  action: string
  subject: string
  detail: unknown
}): string {
  return wordsOf(action)?.sentence(subject, known(detail)) ?? `${action}: ${subject}`
}

function known(detail: unknown): AuditDetail {
  return typeof detail === 'object' && detail !== null ? (detail as AuditDetail) : {}
}

function wordsOf(action: string): ActionWords | null {
  return Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction] : null
}
