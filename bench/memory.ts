import { setTimeout as sleep } from 'node:timers/promises'
import { demoData } from './support/demoData.ts'
import { openElectron } from './support/electron.ts'
import { median, print } from './support/measurement.ts'
import { pssOfTree } from './support/pss.ts'

const runs = 5
const barMegabytes = 130
/** Long enough for garbage of the start to be collected. */
const settle = 4000

/** Memory of all processes with the demo company open, against the empty window. */
const data = demoData()
const ours: number[] = []
const empty: number[] = []
for (let run = 0; run < runs; run += 1) {
  ours.push(await memoryOf('.', ['--data', data]))
  empty.push(await memoryOf('bench/support/emptyWindow'))
}
const more = median(ours) - median(empty)
print([
  {
    name: 'memory',
    unit: 'MB',
    ours: median(ours),
    peers: { 'empty window': median(empty) },
    ratio: null,
    bar: `≤ +${barMegabytes} MB`,
    holds: more <= barMegabytes,
  },
])

async function memoryOf(entry: string, args: readonly string[] = []): Promise<number> {
  const opened = await openElectron(entry, args)
  await sleep(settle)
  const megabytes = pssOfTree(opened.pid)
  await opened.close()
  return megabytes
}
