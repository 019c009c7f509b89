import { openElectron } from './electron.ts'
import { median, print } from './measurement.ts'

const runs = 7
const bar = 1.5

/** Spawn to first useful paint with a data folder, against an empty Electron window; the two in turn. */
export async function printStartup(name: string, data: string): Promise<void> {
  const ours: number[] = []
  const empty: number[] = []
  for (let run = -1; run < runs; run += 1) {
    const oursNow = await timeOf('.', ['--data', data])
    const emptyNow = await timeOf('bench/support/emptyWindow')
    // The first of each only warms the disk cache.
    if (run >= 0) {
      ours.push(oursNow)
      empty.push(emptyNow)
    }
  }
  const ratio = median(ours) / median(empty)
  print([
    {
      name,
      unit: 'ms',
      ours: median(ours),
      peers: { 'empty window': median(empty) },
      ratio,
      bar: `≤ ${bar} ×`,
      holds: ratio <= bar,
    },
  ])
}

async function timeOf(entry: string, args: readonly string[] = []): Promise<number> {
  const opened = await openElectron(entry, args)
  await opened.close()
  return opened.readyAfter
}
