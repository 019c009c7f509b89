import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { walkInThreads } from '../src/main/audit/inThreads.ts'
import { verifyAudit } from '../src/main/audit/verifyAudit.ts'
import { benchFolder } from './support/mailbox.ts'
import { makeChain } from './support/auditChain.ts'
import { median, print } from './support/measurement.ts'
import { settleDisk } from './support/peer.ts'

const runs = 5
const entries = 1_000_000
const barSeconds = 2
const barMilliseconds = 50

/** A chain of a million entries verified as the app does it, in two threads; and what main's event loop feels of it. */
const folder = join(benchFolder(), 'audit')
const db = await makeChain(folder, entries)
const walk = walkInThreads(resolve('out', 'main', 'verifyAudit.js'), folder)
const seconds: number[] = []
const delays: number[] = []
for (let run = -1; run < runs; run += 1) {
  settleDisk()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const started = performance.now()
  const verified = await verifyAudit(db, [], { walk, parts: 2 })
  const took = (performance.now() - started) / 1000
  delay.disable()
  if (!verified.valid || verified.entries !== entries) throw new Error('The chain that was just made is not valid')
  // The first only warms the disk cache.
  if (run < 0) continue
  seconds.push(took)
  delays.push(delay.max / 1e6)
}
rmSync(folder, { recursive: true, force: true })
const longest = Math.max(...delays)
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
])
