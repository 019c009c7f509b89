import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeBag } from '../src/main/archive/writeBag.ts'
import { verifyBag } from '../src/main/archive/verifyBag.ts'
import { importLargeCsv, largeCsvRows } from './support/importUsers.ts'
import { bagRequest, makeMailbox, messageCount } from './support/mailbox.ts'
import { median, print } from './support/measurement.ts'
import { settleDisk } from './support/peer.ts'
import { offboardLarge, openWithMailbox } from './support/largeRun.ts'

const runs = 5
const barMilliseconds = 50
const betweenLooks = 10

/** Does the work while the event loop is watched. */
type Watch = <T>(work: () => Promise<T>) => Promise<T>
/** Long work of the main process; what is not done in watch is not measured. */
type Work = { name: string; prepare(): (watch: Watch) => Promise<unknown> }

/** How long main at most leaves the window waiting while it works: the longest delay of its event loop. */
const mailbox = makeMailbox()
const bag = join(mailbox.folder, '..', 'bag')
const works: Work[] = [
  {
    name: 'import',
    prepare: () => {
      const folder = mkdtempSync(join(mailbox.folder, '..', 'import-'))
      return (watch) => importLargeCsv(folder, largeCsvRows, watch)
    },
  },
  {
    name: 'archive',
    prepare: () => {
      rmSync(bag, { recursive: true, force: true })
      const { request, io } = bagRequest(bag, mailbox)
      return (watch) => watch(() => writeBag(request, io))
    },
  },
  {
    name: 'a run, from its plan to its end',
    prepare: () => async (watch) => {
      const large = await openWithMailbox(messageCount)
      await watch(() => offboardLarge(large))
      await large.services.close()
    },
  },
  {
    name: 'verify',
    prepare: () => (watch) =>
      watch(() => verifyBag(bag, { signal: new AbortController().signal, report: () => undefined })),
  },
]

for (const { name, prepare } of works) {
  const delays: number[] = []
  for (let count = 0; count < runs; count += 1) {
    const run = prepare()
    settleDisk()
    delays.push(await longestDelay(run))
  }
  const ours = median(delays)
  print([
    {
      name: `responsive during ${name}`,
      unit: 'ms',
      ours,
      peers: {},
      ratio: null,
      bar: `≤ ${barMilliseconds} ms`,
      holds: ours <= barMilliseconds,
    },
  ])
}

async function longestDelay(run: (watch: Watch) => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  await run(async (work) => {
    delay.enable()
    // A delay is measured from one look at the clock to the next: one has to be before the work and one after it.
    await sleep(betweenLooks)
    const done = await work()
    await sleep(betweenLooks)
    delay.disable()
    return done
  })
  return delay.max / 1e6
}
