import type Database from 'better-sqlite3'

declare const writable: unique symbol

/** A connection for reading. Functions that write ask for WriteDb, so a read path cannot write by accident. */
export type ReadDb = Pick<Database.Database, 'prepare'>
export type WriteDb = ReadDb & Pick<Database.Database, 'transaction'> & { readonly [writable]: true }

/** The one checked edge: an opened and configured connection becomes the typed one. */
export function asWriteDb(database: Database.Database): WriteDb {
  return database as unknown as WriteDb
}
