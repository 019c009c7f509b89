import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDatabase } from '../src/main/db/open.ts'
import { asWriteDb } from '../src/main/db/sql.ts'
import { clearIn } from '../src/main/features/archives/library/clearing.ts'
import { lookIn } from '../src/main/features/archives/library/inThread.ts'
import { createLibrary } from '../src/main/features/archives/library/service.ts'
import { createRisingIds } from '../src/main/risingIds.ts'
import { messageQuery } from '../src/shared/archives/library.ts'
import { benchFolder } from './support/mailbox.ts'
import { print } from './support/measurement.ts'

const bags = 2000
const messagesEach = 100
const barSeconds = 60
const barMilliseconds = 50
const words = 'invoice order call back please number tomorrow delivery contract price meeting office Ann Bo Zoë'.split(
  ' ',
)

/** 2,000 bags with 200,000 messages with transcripts: the library built from nothing, then searched. */
const shelf = join(benchFolder(), 'library')
makeShelf()
const data = mkdtempSync(join(tmpdir(), 'offhook-bench-library-'))
const clock = { now: () => new Date() }
const db = asWriteDb(await openDatabase({ folder: data, now: () => clock.now().toISOString() }))
const ids = createRisingIds(clock)
const look = lookIn(resolve('out', 'main', 'lookIntoLibrary.js'), data, { db, clock, ids })
const library = createLibrary({
  db,
  clock,
  ids,
  look,
  clear: clearIn(null, data, db),
})
await library.addFolder(shelf, 'bench')
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const started = performance.now()
const { added } = await library.look({ operator: 'bench' })
const seconds = (performance.now() - started) / 1000
delay.disable()
if (added !== bags) throw new Error(`${added} archives were found, not ${bags}`)
const times = [
  'order',
  'invoice tomorrow',
  'caller 17',
  '555 01',
  'zo',
  'a',
  'q',
  'person 1999',
  '2026-03',
  'nothing like it',
]
  .flatMap((search) => [search, search.slice(0, -1), `${search} call`])
  .flatMap((search) => Array.from({ length: 5 }, () => timeOf(search)))
  .toSorted((a, b) => a - b)
rmSync(data, { recursive: true, force: true })
rmSync(shelf, { recursive: true, force: true })
const p95 = times[Math.floor(times.length * 0.95)]!
const longest = delay.max / 1e6
print([
  line('library built', 's', seconds, barSeconds),
  line('library search, p95', 'ms', p95, barMilliseconds),
  line('responsive while a library is built', 'ms', longest, barMilliseconds),
])

function line(name: string, unit: string, ours: number, bar: number) {
  return { name, unit, ours, peers: {}, ratio: null, bar: `≤ ${bar} ${unit}`, holds: ours <= bar }
}

function timeOf(search: string): number {
  const from = performance.now()
  library.search(messageQuery.parse({ search }))
  return performance.now() - from
}

/** Bags as Offhook writes them, but for the audio: a library reads none. */
function makeShelf(): void {
  rmSync(shelf, { recursive: true, force: true })
  for (let bag = 0; bag < bags; bag += 1) {
    const folder = join(shelf, `20${10 + (bag % 17)}`, `bag ${bag}`)
    mkdirSync(join(folder, 'data', 'voicemail'), { recursive: true })
    const list = `[\n${Array.from({ length: messagesEach }, (_, index) => JSON.stringify(messageOf(bag, index))).join(',\n')}\n]\n`
    const person = {
      user: { firstName: 'Person', lastName: String(bag) },
      extension: { extensionNumber: String(1000 + bag) },
    }
    writeFileSync(join(folder, 'data', 'voicemail', 'voicemails.json'), list)
    writeFileSync(join(folder, 'data', 'person.json'), JSON.stringify(person))
    const hash = createHash('sha256').update(list).digest('hex')
    writeFileSync(join(folder, 'manifest-sha256.txt'), `${hash}  data/voicemail/voicemails.json\n`)
    writeFileSync(join(folder, 'bag-info.txt'), `Payload-Oxum: ${list.length}.2\n`)
    writeFileSync(join(folder, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  }
}

function messageOf(bag: number, index: number) {
  const at = (bag * 7919 + index * 104_729) % 500_000
  const said = Array.from({ length: 40 }, (_, word) => words[(bag * 31 + index * 17 + word * word) % words.length])
  return {
    id: `vm-${bag}-${index}`,
    file: `data/voicemail/${index}.wav`,
    callerName: `Caller ${(bag + index) % 500}`,
    callerNumber: `+1212555${String((bag * 100 + index) % 10_000).padStart(4, '0')}`,
    receivedAt: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
    timezone: 'America/New_York',
    seconds: 12,
    folder: 'INBOX',
    read: true,
    urgent: false,
    format: 'wav-pcm',
    bytes: 96_044,
    sha256: createHash('sha256').update(`${bag} ${index}`).digest('hex'),
    transcript: said.join(' '),
  }
}
