import type { ReadDb, WriteDb } from '../../../db/sql.ts'
import type { Clock, Ids } from '../../../clock.ts'
import { createMissingSites, siteNamer } from '../siteRepository.ts'
import type { ReadGreeting, ReadMessage } from './readMessage.ts'
import type { GreetingKind } from './source.ts'

/** file: where its audio was stored, in the audio folder. */
type NewRow = StoredAudio & { id: string }

// What is asked for each message or mailbox is compiled once: compiling it again took a fifth of an import.

/** Answers a function that finds the id of an extension by its number, or null. */
export function extensionFinder(db: ReadDb): (extensionNumber: string) => string | null {
  const find = db.prepare<[string], { id: string }>('SELECT id FROM extension WHERE extension_number = ?')
  return (extensionNumber) => find.get(extensionNumber)?.id ?? null
}

/** Answers a function that finds the number of the extension that is called so with the prefix of its site, or null. */
export function prefixedExtensionFinder(db: ReadDb): (fqExtensionNumber: string) => string | null {
  const find = db
    .prepare<[string], string>('SELECT extension_number FROM extension WHERE fq_extension_number = ?')
    .pluck()
  return (fqExtensionNumber) => find.get(fqExtensionNumber) ?? null
}

export const extensionOfEmailSql = `
  SELECT extension_number FROM user JOIN extension ON extension.user_id = user.id WHERE lower(primary_email) = lower(?)`

/** Answers a function that finds the extension number of the user with an e-mail address, or null. */
export function emailFinder(db: ReadDb): (email: string) => string | null {
  const find = db.prepare<[string], string>(extensionOfEmailSql).pluck()
  return (email) => (email === '' ? null : (find.get(email) ?? null))
}

/** Answers a function that finds the number of the extension that has a telephone number, or null. */
export function phoneNumberFinder(db: ReadDb): (phoneNumber: string) => string | null {
  const find = db
    .prepare<[string], string>(
      'SELECT extension_number FROM phone_number JOIN extension ON extension.id = extension_id WHERE phone_number = ?',
    )
    .pluck()
  return (phoneNumber) => find.get(phoneNumber) ?? null
}

/** Answers a function that finds the name of the ring group with a number, or null. */
export function ringGroupFinder(db: ReadDb): (extensionNumber: string) => string | null {
  const find = db.prepare<[string], { name: string }>('SELECT name FROM ring_group WHERE extension_number = ?')
  return (extensionNumber) => find.get(extensionNumber)?.name ?? null
}

/** Where imported audio lies in the audio folder, and what it is to hold. */
export type StoredAudio = { file: string; sha256: string }

/** Answers a function that finds the audio that was imported under a key, or null. */
export function importedFinder(db: ReadDb): (sourceKey: string) => StoredAudio | null {
  const find = db.prepare<[string], StoredAudio>('SELECT file, sha256 FROM voicemail_message WHERE source_key = ?')
  return (sourceKey) => find.get(sourceKey) ?? null
}

const ofExtension = 'extension_id = (SELECT id FROM extension WHERE extension_number = ?) AND received_at = ?'

/**
 * Answers a function that tells whether a message may be here already, before anybody knows its hash: one has its key, or
 * lies on its extension with its time.
 */
export function likelyFinder(db: ReadDb) {
  const find = db
    .prepare<[string, string, string], number>(
      `SELECT EXISTS (SELECT 1 FROM voicemail_message WHERE source_key = ?)
        OR EXISTS (SELECT 1 FROM voicemail_message WHERE ${ofExtension})`,
    )
    .pluck()
  return (extensionNumber: string, { sourceKey, receivedAt }: AskedMessage): boolean =>
    find.get(sourceKey, extensionNumber, receivedAt) === 1
}

/**
 * Answers a function that tells whether a mailbox is new: its extension has no message, and none was imported under a key
 * that begins with sourceIds.
 */
export function newMailboxFinder(db: ReadDb): (extensionNumber: string, sourceIds: string) => boolean {
  const find = db
    .prepare<[string, string, string], number>(
      `SELECT NOT EXISTS (SELECT 1 FROM voicemail_message WHERE source_key >= ? AND source_key < ?)
        AND NOT EXISTS (SELECT 1 FROM voicemail_message
          WHERE extension_id = (SELECT id FROM extension WHERE extension_number = ?))`,
    )
    .pluck()
  // All of them end with a slash, which 0 follows.
  return (extensionNumber, sourceIds) => find.get(sourceIds, `${sourceIds.slice(0, -1)}0`, extensionNumber) === 1
}

/**
 * Answers a function that finds the audio of a message on an extension that came at the same time from the same caller and
 * sounds the same, or null. Messages of one mailbox that have an id each are never one: several may be silent.
 */
export function twinFinder(db: ReadDb) {
  const find = db.prepare<[string, string, string, string, string, string], StoredAudio>(
    `SELECT file, sha256 FROM voicemail_message
      WHERE ${ofExtension} AND sha256 = ?
        AND caller_number = ? AND caller_name = ? AND coalesce(instr(source_key, nullif(?, '')), 0) <> 1`,
  )
  return (extensionNumber: string, message: AskedMessage, sha256: string): StoredAudio | null => {
    const { receivedAt, callerNumber, callerName, sourceIds } = message
    return find.get(extensionNumber, receivedAt, sha256, callerNumber, callerName, sourceIds ?? '') ?? null
  }
}

/** What a message is known by beside its audio. */
export type AskedMessage = Pick<ReadMessage, 'sourceKey' | 'sourceIds' | 'receivedAt' | 'callerNumber' | 'callerName'>

export function findGreeting(
  db: ReadDb,
  extensionNumber: string,
  kind: GreetingKind,
  sha256: string,
): StoredAudio | null {
  const row = db
    .prepare<[string, string, string], StoredAudio>(
      `SELECT file, sha256 FROM greeting JOIN extension ON extension.id = extension_id
        WHERE extension_number = ? AND kind = ? AND sha256 = ?`,
    )
    .get(extensionNumber, kind, sha256)
  return row ?? null
}

/** The size in bytes of each message that an import has put on an extension. */
export function importedSizes(db: ReadDb, extensionNumber: string): number[] {
  return db
    .prepare<[string], { bytes: number }>(
      `SELECT bytes FROM voicemail_message JOIN extension ON extension.id = extension_id
        WHERE extension_number = ? AND source_key IS NOT NULL`,
    )
    .all(extensionNumber)
    .map(({ bytes }) => bytes)
}

/**
 * Answers a function that makes a free extension for a mailbox that nobody has: voicemail belongs to the extension, not to
 * a person. holder: the name that it shows to others, email: where its voicemail is announced; '' for none. Call it inside
 * the transaction of the messages.
 */
export function freeExtensionMaker(
  db: WriteDb,
  given: { clock: Clock; ids: Ids },
): (mailbox: { extensionNumber: string; holder: string; email: string }) => string {
  const insert = db.prepare(
    `INSERT INTO extension (id, extension_number, fq_extension_number, site_id, external_caller_id_name,
        voicemail_email)
      SELECT ?, ?, site_code || ?, id, nullif(?, ''), nullif(?, '') FROM site WHERE name = ?`,
  )
  let site: string | null = null
  const siteOfAll = (): string => {
    const name = siteNamer(db)('')
    createMissingSites(db, [name], given)
    return name
  }
  return ({ extensionNumber, holder, email }) => {
    site ??= siteOfAll()
    const id = given.ids.next()
    insert.run(id, extensionNumber, extensionNumber, holder, email, site)
    return id
  }
}

/** Answers a function that inserts a message under a key that no other has. */
export function messageInserter(
  db: WriteDb,
): (extensionId: string, message: ReadMessage, row: NewRow & { sourceKey: string }) => void {
  // Values by position: an object with their names for each message took a twelfth of an import.
  const insert = db.prepare(
    `INSERT INTO voicemail_message (id, extension_id, file, sha256, source_key, caller_name, caller_number, received_at,
        folder, is_read, is_urgent, transcript, format, seconds, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (extensionId, message, { id, file, sha256, sourceKey }) => {
    const { callerName, callerNumber, receivedAt, folder, transcript, format, seconds, size } = message
    const caller = [callerName, callerNumber]
    const marks = [message.read ? 1 : 0, message.urgent ? 1 : 0]
    const row = [id, extensionId, file, sha256, sourceKey, ...caller, receivedAt, folder, ...marks]
    insert.run(...row, transcript, format, seconds, size)
  }
}

export function insertGreeting(
  db: WriteDb,
  extensionId: string,
  { greeting, seconds, size }: ReadGreeting,
  { id, file, sha256 }: NewRow,
): void {
  db.prepare(
    'INSERT INTO greeting (id, extension_id, kind, seconds, file, bytes, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(id, extensionId, greeting, seconds, file, size, sha256)
}
