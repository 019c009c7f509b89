import type Database from 'better-sqlite3'
import { join } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import { Sqlite } from './sqlite.ts'

export type EngineLock = { held(): boolean; acquire(): void; release(): void }

/**
 * One engine a data folder: window and command line never work on runs at the same time. The lock is an exclusive
 * transaction on a file of its own, so the system releases it when the process dies, however it dies.
 */
export function createEngineLock(dataFolder: string): EngineLock {
  let db: Database.Database | null = null
  return {
    held: () => db !== null,
    acquire: () => {
      if (db !== null) return
      const opened = new Sqlite(join(dataFolder, 'engine.lock'), { timeout: 0 })
      try {
        opened.exec('BEGIN EXCLUSIVE')
      } catch (cause) {
        opened.close()
        throw new AppError(
          'CONFLICT',
          'Another Offhook is running an offboarding in this data folder. Wait until it has finished, or close it.',
          {},
          { cause },
        )
      }
      db = opened
    },
    release: () => {
      db?.close()
      db = null
    },
  }
}
