import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { toReadError } from '../../../../files/diskErrors.ts'

/** root: the real path of the folder in which the audio is looked for. */
export type Chosen = { root: string; databases: string[] }

/** Where FreeSWITCH keeps its databases in what was chosen: the disk of a server, its data folder, a copy of it. */
const places = ['', 'db', 'freeswitch/db', 'lib/freeswitch/db', 'var/lib/freeswitch/db', 'usr/local/freeswitch/db']
const named = /^voicemail\w*\.db$/i

/**
 * Finds the databases of mod_voicemail in a folder, or takes the one that was chosen; its audio then lies beside the
 * folder that holds it. Throws FILE_PROBLEM, IMPORT_REJECTED.
 */
export function findDatabases(path: string): Chosen {
  const real = realPath(path)
  if (statSync(real).isFile()) {
    if (!isSqlite(real)) throw rejected()
    const folder = dirname(real)
    return { root: basename(folder) === 'db' ? dirname(folder) : folder, databases: [real] }
  }
  const databases = places.flatMap((place) => databasesIn(join(real, place)))
  if (databases.length === 0) throw rejected()
  return { root: real, databases }
}

function databasesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && named.test(entry.name))
      .map((entry) => join(folder, entry.name))
      .filter(isSqlite)
      .toSorted((a, b) => (a < b ? -1 : 1))
  } catch {
    return []
  }
}

function isSqlite(path: string): boolean {
  const head = Buffer.alloc(16)
  const fd = openSync(path, 'r')
  try {
    readSync(fd, head, 0, head.length, 0)
  } finally {
    closeSync(fd)
  }
  return head.toString('latin1') === 'SQLite format 3\0'
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch (cause) {
    throw toReadError(cause, path)
  }
}

function rejected(): AppError {
  return new AppError(
    'IMPORT_REJECTED',
    'No voicemail database of FreeSWITCH is there. Choose the folder that holds db/voicemail_default.db and storage, or the database itself.',
  )
}
