import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { walkInThreads } from '../src/main/audit/inThreads.ts'
import { verifyAudit } from '../src/main/audit/verifyAudit.ts'
import { auditCsv } from '../src/main/features/audit/auditCsv.ts'
import { auditPages, pageAudit } from '../src/main/features/audit/auditPages.ts'
import { benchFolder } from './support/mailbox.ts'
import { makeChain } from './support/auditChain.ts'
import { median, print } from './support/measurement.ts'
import { settleDisk } from './support/peer.ts'

const runs = 5
const entries = 1_000_000
const barSeconds = 2
const barMilliseconds = 50

/**
 * A chain of a million entries verified as the app does it, in two threads; and what main's event loop feels of that and
 * of reading it.
 */
const folder = join(benchFolder(), 'audit')
const db = await makeChain(folder, entries)
const walk = walkInThreads(resolve('out', 'main', 'verifyAudit.js'), folder)
const seconds: number[] = []
const delays: number[] = []
const readingDelays: number[] = []
for (let run = -1; run < runs; run += 1) {
  settleDisk()
  const verifying = await watched(() => verifyAudit(db, [], { walk, parts: 2 }))
  if (!verifying.done.valid || verifying.done.entries !== entries)
    throw new Error('The chain that was just made is not valid')
  const reading = await watched(listAndExport)
  // The first only warms the disk cache.
  if (run < 0) continue
  seconds.push(verifying.seconds)
  delays.push(verifying.longest)
  readingDelays.push(reading.longest)
}
rmSync(folder, { recursive: true, force: true })
const longest = Math.max(...delays)
const longestReading = Math.max(...readingDelays)
print([
  {
    name: 'audit',
    unit: 's',
    ours: median(seconds),
    peers: {},
    ratio: null,
    bar: `≤ ${barSeconds} s`,
    holds: median(seconds) <= barSeconds,
  },
  {
    name: 'responsive during audit',
    unit: 'ms',
    ours: longest,
    peers: {},
    ratio: null,
    bar: `≤ ${barMilliseconds} ms`,
    holds: longest <= barMilliseconds,
  },
  {
    name: 'responsive during a list and an export of the audit',
    unit: 'ms',
    ours: longestReading,
    peers: {},
    ratio: null,
    bar: `≤ ${barMilliseconds} ms`,
    holds: longestReading <= barMilliseconds,
  },
])

/** Pages of what two filters and the commonest letter let through, and the lines of an export of one operator's entries. */
async function listAndExport(): Promise<void> {
  const operator = 'Ines Okafor'
  let exported = 0
  await pageAudit(db, { operator, action: 'run.done' }, 0, 100)
  await pageAudit(db, { text: 'e' }, 0, 100)
  for await (const text of auditCsv(auditPages(db, { operator }))) exported += text.length
  if (exported === 0) throw new Error('The export is empty')
}

async function watched<T>(work: () => Promise<T>): Promise<{ done: T; seconds: number; longest: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const started = performance.now()
  const done = await work()
  delay.disable()
  return { done, seconds: (performance.now() - started) / 1000, longest: delay.max / 1e6 }
}
