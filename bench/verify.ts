import { join } from 'node:path'
import { verifyBag } from '../src/main/archive/verifyBag.ts'
import { writeBag } from '../src/main/archive/writeBag.ts'
import { bagRequest, benchFolder, makeMailbox } from './support/mailbox.ts'
import { median, print } from './support/measurement.ts'
import { secondsOf, settleDisk } from './support/peer.ts'

const runs = 7
const bar = 2

/** A bag of 5,000 messages checked: all of BagIt by us, the manifest by sha256sum, in turn and with a warm cache. */
const bag = join(benchFolder(), 'bag')
const { request, io } = bagRequest(bag, makeMailbox())
const { payloadBytes } = await writeBag(request, io)
settleDisk()
const ours: number[] = []
const sha256sum: number[] = []
for (let run = -1; run < runs; run += 1) {
  const started = performance.now()
  const { valid } = await verifyBag(bag, { signal: new AbortController().signal, report: () => undefined })
  const seconds = (performance.now() - started) / 1000
  if (!valid) throw new Error('The bag that was just written is not valid')
  const theirs = secondsOf('sha256sum', ['--check', '--quiet', 'manifest-sha256.txt'], bag)
  // The first of each only warms the disk cache.
  if (run < 0) continue
  ours.push(payloadBytes / 1e6 / seconds)
  sha256sum.push(payloadBytes / 1e6 / theirs)
}
const ratio = median(ours) / median(sha256sum)
print([
  {
    name: 'verify',
    unit: 'MB/s',
    ours: median(ours),
    peers: { 'sha256sum -c': median(sha256sum) },
    ratio,
    bar: `≥ ${bar} ×`,
    holds: ratio >= bar,
  },
])
