import type Database from 'better-sqlite3'
import { createWriter, type Writer } from './writer.ts'

declare const writable: unique symbol

/** A connection for reading. Functions that write ask for WriteDb, so a read path cannot write by accident. */
export type ReadDb = Pick<Database.Database, 'prepare' | 'open'>
export type WriteDb = ReadDb &
  Pick<Database.Database, 'transaction'> & { readonly writer: Writer; readonly [writable]: true }

/** The one checked edge: an opened and configured connection becomes the typed one. */
export function asWriteDb(database: Database.Database, writer = createWriter()): WriteDb {
  return Object.assign(database, { writer }) as unknown as WriteDb
}
