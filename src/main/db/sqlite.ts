import type Database from 'better-sqlite3'
import { createRequire } from 'node:module'

/**
 * SQLite, required: before an import runs a package of this kind, Node reads it letter by letter for the names that it may
 * export, which takes main and every thread longer than the rest of loading it.
 */
export const Sqlite = createRequire(import.meta.url)('better-sqlite3') as typeof Database
