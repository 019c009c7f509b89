import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openDatabase } from '../../src/main/db/open.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { createEmbeddedPhoneSystem } from '../../src/main/phoneSystem/embedded/system.ts'
import { countingIds, fixedClock } from './clock.ts'
import { testFolder } from './folder.ts'

/** A real data folder with the few rows of rows.sql, and the audio file of its one message. */
export async function openTestPhoneSystem() {
  const folder = testFolder()
  const database = await openDatabase({ folder, now: () => '2026-11-23T10:00:00.000Z' })
  database.exec(readFileSync('tests/support/rows.sql', 'utf8'))
  const audio = join(folder, 'audio', 'aa', 'v1.wav')
  mkdirSync(dirname(audio), { recursive: true })
  writeFileSync(audio, 'ten bytes!')
  const db = asWriteDb(database)
  const phoneSystem = createEmbeddedPhoneSystem({
    db,
    audioFolder: join(folder, 'audio'),
    clock: fixedClock(),
    ids: countingIds('n'),
  })
  const value = (sql: string): unknown => database.prepare(sql).pluck().get()
  return { database, db, folder, audio, phoneSystem, value }
}
