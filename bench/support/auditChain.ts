import { mkdirSync } from 'node:fs'
import { canonicalJson } from '../../src/main/digest.ts'
import { genesis, hashOf } from '../../src/main/audit/repository.ts'
import { openDatabase } from '../../src/main/db/open.ts'
import { asWriteDb, type WriteDb } from '../../src/main/db/sql.ts'

const actions = ['run.start', 'run.archiveVoicemail', 'run.reset', 'run.deactivate', 'run.done', 'import.users']
const atOnce = 50_000

/** A data folder whose audit holds so many entries of the usual size, written in large transactions. */
export async function makeChain(folder: string, entries: number): Promise<WriteDb> {
  mkdirSync(folder, { recursive: true })
  const database = await openDatabase({ folder, now: () => new Date().toISOString() })
  const db = asWriteDb(database)
  const insert = db.prepare('INSERT INTO audit_entry (seq, content, hash) VALUES (?, ?, ?)')
  let previousHash = genesis.hash
  const write = db.transaction((from: number) => {
    for (let seq = from; seq < from + atOnce && seq <= entries; seq += 1) {
      const content = canonicalJson(entryOf(seq, previousHash))
      previousHash = hashOf(content)
      insert.run(seq, content, previousHash)
    }
  })
  for (let from = 1; from <= entries; from += atOnce) write(from)
  database.pragma('wal_checkpoint(TRUNCATE)')
  return db
}

function entryOf(seq: number, previousHash: string) {
  const run = `3f0c1f7e-5b1e-4b6c-9d52-${String(Math.ceil(seq / 6)).padStart(12, '0')}`
  return {
    seq,
    at: new Date(Date.UTC(2020) + seq * 60_000).toISOString(),
    operator: seq % 3 === 0 ? 'Ines Okafor' : 'Paul Lindgren',
    action: actions[seq % actions.length],
    subject: `first${seq % 900}.last${seq % 7000}`,
    detail: { run, plan: genesis.hash, outcome: 'All personal settings are removed from the extension.' },
    previousHash,
  }
}
