import { join } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import type { VoicemailMessage } from '../../shared/voicemail/model.ts'
import type { Batch } from '../files/batchThread.ts'
import type { Settled } from '../files/fileBatch.ts'
import type { Measured } from './audio/riff.ts'
import type { ListedMessage } from './listing.ts'
import { describeMessage } from './messageText.ts'
import { otherThanListed, pourMessage, type PourIo } from './pourMessage.ts'
import { judgeMessage, type GateProblemCode, type Proven } from './proveMessage.ts'

/** damaged: sentences that name messages whose source cannot be trusted. failures: of the disk, or a cancel. */
export type SavedBatch = { proven: Proven[]; damaged: string[]; failures: unknown[] }

type Copy = { listed: ListedMessage; sha256: string[]; from: string | null }

/** The copy equals the listed hash, so these are the phone system's own. */
const notTheDisk: ReadonlySet<GateProblemCode> = new Set(['NOT_AUDIO', 'TOO_SHORT', 'TOO_LONG'])

/**
 * Saves some messages together: copied one after the other, flushed and placed at once, read back from disk. What fails
 * does not undo what went well beside it.
 */
export async function saveBatch(
  bag: string,
  messages: readonly ListedMessage[],
  batch: Batch<Measured | null>,
  io: Omit<PourIo, 'write'>,
): Promise<SavedBatch> {
  const result: SavedBatch = { proven: [], damaged: [], failures: [] }
  const copies = await copyAll(bag, messages, batch, io, result)
  const settled = await batch.settle(
    copies.map(({ listed, sha256, from }) => ({ target: join(bag, listed.file), sha256, from })),
  )
  for (const [index, { listed }] of copies.entries()) judge(listed, settled[index]!, result)
  return result
}

async function copyAll(
  bag: string,
  messages: readonly ListedMessage[],
  batch: Batch<Measured | null>,
  { openAudio, cancellation }: Omit<PourIo, 'write'>,
  { damaged, failures }: SavedBatch,
): Promise<Copy[]> {
  const copies: Copy[] = []
  for (const listed of messages) {
    const target = join(bag, listed.file)
    try {
      const write = (bytes: Uint8Array): Promise<void> => batch.write(target, bytes)
      const poured = await pourMessage(listed.message, { openAudio, cancellation, write })
      if ('sha256' in poured) {
        // Not spread: V8 makes a shape for each, and keeps it until it looks through all of its memory.
        copies.push({ listed, sha256: poured.sha256, from: poured.from })
        continue
      }
      damaged.push(damagedSource(listed.message, poured.damaged))
    } catch (error) {
      failures.push(error)
    }
    await batch.discard(target)
    if (failures.length > 0) break
  }
  return copies
}

function judge(
  listed: ListedMessage,
  settled: Settled<Measured | null>,
  { proven, damaged, failures }: SavedBatch,
): void {
  const { message } = listed
  if (settled.outcome === 'unexpected')
    damaged.push(damagedSource(message, otherThanListed(settled.bytes, message.bytes)))
  if (settled.outcome === 'unreadable') damaged.push(damagedSource(message, 'cannot be read from the phone system'))
  if (settled.outcome === 'failed') failures.push(settled.error)
  if (settled.outcome !== 'placed') return
  const one: Proven = { ...listed, proof: { sha256: message.sha256, bytes: message.bytes } }
  const problem = judgeMessage(one, { bytes: settled.bytes, sha256: settled.sha256, audio: settled.seen })
  if (problem === null) proven.push(one)
  else if (notTheDisk.has(problem.code)) damaged.push(problem.message)
  else failures.push(new AppError('FILE_PROBLEM', `${problem.message} Continue to save it again.`, { file: one.file }))
}

/** damage goes on after the name of the message: "has 3 of the 4 bytes listed". */
function damagedSource(message: VoicemailMessage, damage: string): string {
  const who = describeMessage(message)
  return `${who[0]!.toUpperCase()}${who.slice(1)}, ${damage}.`
}
