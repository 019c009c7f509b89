import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { writeBag } from '../src/main/archive/writeBag.ts'
import { bagRequest, makeMailbox, messageCount } from './support/mailbox.ts'
import { median, print, type Measurement } from './support/measurement.ts'
import { hasPeer, secondsOf, settleDisk } from './support/peer.ts'

const runs = Number(process.argv[2]) || 5
/** rsync --fsync flushes each file as we do, but neither hashes the copy nor reads it back; rclone does not flush. */
const bars = { 'rsync --fsync': 1.15, rclone: 0.8 }

type Contender = { name: string; copy(target: string): Promise<number> }

/** 5,000 messages written, flushed, read back, measured as audio and sealed as a bag, in turn with what copies the same files. */
const mailbox = makeMailbox()
const contenders: Contender[] = [
  { name: 'ours', copy: archiveInto },
  ...(hasPeer('rsync')
    ? [
        {
          name: 'rsync --fsync',
          copy: async (to: string) => secondsOf('rsync', ['-a', '--fsync', `${mailbox.folder}/`, to]),
        },
      ]
    : []),
  ...(hasPeer('rclone')
    ? [{ name: 'rclone', copy: async (to: string) => secondsOf('rclone', ['copy', mailbox.folder, to]) }]
    : []),
]
const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
for (let run = 0; run < runs; run += 1) {
  for (const { name, copy } of contenders) {
    const target = join(mailbox.folder, '..', `${name} ${run}`)
    settleDisk()
    rates.get(name)!.push(messageCount / (await copy(target)))
    emptyFiles(target)
  }
}
print(Object.entries(bars).flatMap(([peer, bar]) => against(peer, bar)))

/**
 * Gives the room back and keeps the names until the end: ext4 goes out of its way not to use the inodes of files that
 * were just deleted, and who comes next would pay for that.
 */
function emptyFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) truncateSync(join(entry.parentPath, entry.name))
  }
}

async function archiveInto(bag: string): Promise<number> {
  const { request, io } = bagRequest(bag, mailbox)
  const started = performance.now()
  await writeBag(request, io)
  return (performance.now() - started) / 1000
}

function against(peer: string, bar: number): Measurement[] {
  const theirs = rates.get(peer)
  if (theirs === undefined) return []
  const ours = median(rates.get('ours')!)
  const ratio = ours / median(theirs)
  return [
    {
      name: `archive beside ${peer}`,
      unit: 'files/s',
      ours,
      peers: { [peer]: median(theirs) },
      ratio,
      bar: `≥ ${bar} ×`,
      holds: ratio >= bar,
    },
  ]
}
