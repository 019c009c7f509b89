import { join } from 'node:path'
import { writeBag } from '../src/main/archive/writeBag.ts'
import { bagRequest, benchFolder, makeMailbox } from './support/mailbox.ts'
import { print, round } from './support/measurement.ts'
import { settleDisk } from './support/peer.ts'

const messages = Number(process.env['BENCH_MESSAGES'] ?? 50_000)
const barMegabytes = 40
/** Time a message of the whole against that of a fifth: what grows faster than the mailbox shows here. */
const barGrowth = 1.25

/** Many small messages in one bag: how much memory grows while they are saved, and whether time grows with them alone. */
const fifth = await measure(messages / 5)
const whole = await measure(messages)
const growth = whole.seconds / messages / (fifth.seconds / (messages / 5))
print([
  {
    name: 'archive-many memory',
    unit: 'MB',
    ours: whole.grown,
    peers: { 'a fifth of them': fifth.grown, 'from before its threads': whole.fromStart },
    ratio: null,
    bar: `≤ +${barMegabytes} MB`,
    holds: whole.grown <= barMegabytes,
  },
  {
    name: 'archive-many time',
    unit: 's',
    ours: whole.seconds,
    peers: { 'a fifth of them': fifth.seconds },
    ratio: round(growth),
    bar: `≤ ${barGrowth} × a message`,
    holds: growth <= barGrowth,
  },
])

/**
 * grown: resident memory at its highest, over what it was when a tenth of the messages was saved: the threads are up by
 * then and have their buffers, whatever the number of messages. fromStart: over what it was before they were started.
 */
async function measure(count: number): Promise<{ seconds: number; grown: number; fromStart: number }> {
  const { request, io } = bagRequest(join(benchFolder(), 'bag'), makeMailbox(count, 1))
  settleDisk()
  const before = process.memoryUsage.rss()
  let running: number | null = null
  let highest = before
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 50)
  io.report = ({ done }) => {
    if (done >= count / 10) running ??= process.memoryUsage.rss()
  }
  const started = performance.now()
  await writeBag(request, io)
  clearInterval(watch)
  const seconds = (performance.now() - started) / 1000
  return { seconds, grown: (highest - (running ?? before)) / 1e6, fromStart: (highest - before) / 1e6 }
}
