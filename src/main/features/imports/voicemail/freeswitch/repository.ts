import type { ReadDb } from '../../../../db/sql.ts'

/** A row of voicemail_msgs as mod_voicemail writes it; columns that a version lacks are null. */
export type MessageRow = {
  username: string | null
  domain: string | null
  uuid: string | null
  createdEpoch: number | null
  readEpoch: number | null
  callerName: string | null
  callerNumber: string | null
  folder: string | null
  filePath: string | null
  seconds: number | null
  flags: string | null
  readFlags: string | null
}

/** A row of voicemail_prefs without its password, which is never read. */
export type PrefsRow = {
  username: string | null
  domain: string | null
  namePath: string | null
  greetingPath: string | null
}

export function hasVoicemail(db: ReadDb): boolean {
  return columnsOf(db, 'voicemail_msgs').has('uuid')
}

/** All messages, mailbox after mailbox, the oldest first. */
export function messagesOf(db: ReadDb): IterableIterator<MessageRow> {
  const column = columnReader(db, 'voicemail_msgs')
  return db
    .prepare<[], MessageRow>(
      `SELECT ${column('username', 'text')} AS username, ${column('domain', 'text')} AS domain, ${column('uuid', 'text')} AS uuid,
        ${column('created_epoch', 'integer')} AS createdEpoch, ${column('read_epoch', 'integer')} AS readEpoch,
        ${column('cid_name', 'text')} AS callerName, ${column('cid_number', 'text')} AS callerNumber,
        ${column('in_folder', 'text')} AS folder, ${column('file_path', 'text')} AS filePath,
        ${column('message_len', 'integer')} AS seconds, ${column('flags', 'text')} AS flags,
        ${column('read_flags', 'text')} AS readFlags
      FROM voicemail_msgs ORDER BY domain, username, created_epoch, uuid`,
    )
    .iterate()
}

export function domainsOf(db: ReadDb): string[] {
  const column = columnReader(db, 'voicemail_msgs')
  return db
    .prepare<[], { domain: string | null }>(`SELECT DISTINCT ${column('domain', 'text')} AS domain FROM voicemail_msgs`)
    .all()
    .map(({ domain }) => domain ?? '')
}

export function prefsOf(db: ReadDb): PrefsRow[] {
  const column = columnReader(db, 'voicemail_prefs')
  if (!columnsOf(db, 'voicemail_prefs').has('username')) return []
  return db
    .prepare<[], PrefsRow>(
      `SELECT ${column('username', 'text')} AS username, ${column('domain', 'text')} AS domain,
        ${column('name_path', 'text')} AS namePath, ${column('greeting_path', 'text')} AS greetingPath
      FROM voicemail_prefs ORDER BY domain, username`,
    )
    .all()
}

function columnsOf(db: ReadDb, table: string): Set<string> {
  const rows = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table)
  return new Set(rows.map(({ name }) => name.toLowerCase()))
}

/** The column as one type, whatever a row holds, or NULL where a version does not have it. */
function columnReader(db: ReadDb, table: string): (name: string, type: 'text' | 'integer') => string {
  const columns = columnsOf(db, table)
  return (name, type) => (columns.has(name) ? `CAST("${name}" AS ${type})` : 'NULL')
}
