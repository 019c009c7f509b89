import { mkdirSync, readdirSync, truncateSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openDatabase } from '../src/main/db/open.ts'
import { asWriteDb } from '../src/main/db/sql.ts'
import { createImports } from '../src/main/features/imports/service.ts'
import { benchFolder } from './support/mailbox.ts'
import { median, print } from './support/measurement.ts'
import { hasPeer, secondsOf, settleDisk } from './support/peer.ts'
import { writeLargeSpool } from './support/spool.ts'

const messages = Number(process.argv[2]) || 20_000
const runs = 3
const bar = 2

/**
 * A spool imported in the app's threads: read, measured, hashed, written, flushed, read back and put into the database;
 * in turn with rsync, which copies the same tree and flushes nothing.
 */
const root = benchFolder()
const spool = join(root, 'spool')
writeLargeSpool(spool, messages)
const rsync = hasPeer('rsync')
const ours: number[] = []
const theirs: number[] = []
for (let run = 0; run < runs; run += 1) {
  settleDisk()
  if (rsync) {
    theirs.push(secondsOf('rsync', ['-a', `${spool}/`, join(root, `rsync ${run}`)]))
    emptyFiles(join(root, `rsync ${run}`))
    settleDisk()
  }
  ours.push(await importInto(join(root, `data ${run}`)))
  emptyFiles(join(root, `data ${run}`, 'audio'))
}
const ratio = rsync ? median(ours) / median(theirs) : null
print([
  {
    name: `spool of ${messages} messages`,
    unit: 's',
    ours: median(ours),
    peers: rsync ? { 'rsync -a': median(theirs) } : {},
    ratio,
    bar: `≤ ${bar} ×`,
    holds: ratio === null || ratio <= bar,
  },
])

async function importInto(dataFolder: string): Promise<number> {
  mkdirSync(join(dataFolder, 'audio'), { recursive: true })
  const clock = { now: () => new Date() }
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  const imports = createImports({
    db: asWriteDb(database),
    dataFolder,
    clock,
    ids: { next: () => 'unused' },
    operator: () => ({ name: 'bench' }),
    clearUnfinished: async () => undefined,
    thread: (script) => resolve('out', 'main', script),
  })
  const started = performance.now()
  const { imported } = await imports.voicemail({ from: 'asterisk', path: spool })
  const seconds = (performance.now() - started) / 1000
  database.close()
  if (imported !== messages) throw new Error(`${imported} of ${messages} messages were imported`)
  return seconds
}

/** Gives the room back and keeps the names, so that nobody pays for inodes that were just deleted. */
function emptyFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) truncateSync(join(entry.parentPath, entry.name))
}
