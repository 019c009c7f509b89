import { join } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import type { VoicemailId } from '../../shared/ids.ts'
import { watchSignal, type Cancellation } from '../files/cancellation.ts'
import { flushFolder } from '../files/flushFolder.ts'
import { inParallel } from '../files/inParallel.ts'
import { createReadBuffers, type ReadBuffers } from '../files/readBuffers.ts'
import type { NewFile } from '../files/newFile.ts'
import type { AudioStream } from '../phoneSystem/port.ts'
import { copyMessage } from './copyMessage.ts'
import { voicemailFolder, type ListedMessage, type Proof } from './listing.ts'
import { proveMessage, type GateProblemCode, type Proven } from './proveMessage.ts'

export type SaveIo = {
  openAudio(id: VoicemailId): Promise<AudioStream>
  onProven(messages: readonly ({ position: number } & Proof)[]): void
  /** The proof of an earlier try holds on disk. */
  onKept(message: ListedMessage): void
  /** Written, not yet proven. */
  onSaved(message: ListedMessage): void
  signal: AbortSignal
}

/** What a batch came to: a failure does not undo what went well beside it. */
type Batch = {
  bag: string
  io: SaveIo
  cancellation: Cancellation
  buffers: ReadBuffers
  damaged: string[]
  failures: unknown[]
}
type Copy = { listed: ListedMessage; file: NewFile }

/** Enough to keep the disk busy on two cores; more only grows memory. */
export const atOnce = 8
/** While one batch waits for the disk, the other is copied or read back. */
const batchesAtOnce = 2
/** One flush of the folder for so many files; a stop loses at most the work on one batch, never what is proven. */
const batchFiles = 64
const batchBytes = 64 * 1024 * 1024
/** The copy equals the listed hash, so these are the phone system's own. */
const notTheDisk: ReadonlySet<GateProblemCode> = new Set(['NOT_AUDIO', 'TOO_SHORT', 'TOO_LONG'])

/**
 * Saves every message whose proof does not hold on disk, and answers all of them with their proofs. A message whose
 * source is damaged does not keep the others from being saved. Throws FILE_PROBLEM that names the damaged ones; errors
 * of the disk are thrown as they are, after what is whole has been proven.
 */
export async function saveMessages(bag: string, messages: readonly ListedMessage[], io: SaveIo): Promise<Proven[]> {
  const buffers = createReadBuffers()
  const proven = await stillProven(bag, messages, io, buffers)
  const damaged: string[] = []
  const missing = messages.filter(({ position }) => !proven.has(position))
  const cancellation = watchSignal(io.signal)
  await inParallel(batchesOf(missing), batchesAtOnce, async (part) => {
    const batch: Batch = { bag, io, cancellation, buffers, damaged, failures: [] }
    const placed = await placeCopies(batch, await copyAll(batch, part))
    for (const one of await proveCopies(batch, placed)) proven.set(one.position, one)
    if (batch.failures.length > 0) throw batch.failures[0]
  }).finally(cancellation.close)
  if (damaged.length > 0) throw sourceDamaged(damaged)
  return messages.map(({ position }) => proven.get(position)!)
}

/** What an earlier try proved counts only when the file is still there and still the same. */
async function stillProven(
  bag: string,
  messages: readonly ListedMessage[],
  io: SaveIo,
  buffers: ReadBuffers,
): Promise<Map<number, Proven>> {
  const proven = new Map<number, Proven>()
  await inParallel(messages, atOnce, async (listed) => {
    io.signal.throwIfAborted()
    const { proof } = listed
    if (proof === null || (await proveMessage(bag, { ...listed, proof }, { buffers })) !== null) return
    proven.set(listed.position, { ...listed, proof })
    io.onKept(listed)
  })
  return proven
}

async function copyAll(
  { bag, io, cancellation, damaged, failures }: Batch,
  part: readonly ListedMessage[],
): Promise<Copy[]> {
  const copies: Copy[] = []
  await inParallel(part, atOnce, async (listed) => {
    io.signal.throwIfAborted()
    const copy = await copyMessage(bag, listed, { openAudio: io.openAudio, cancellation })
    if ('damaged' in copy) {
      damaged.push(copy.damaged)
      return
    }
    copies.push({ listed, file: copy.file })
    io.onSaved(listed)
  }).catch((error: unknown) => failures.push(error))
  return copies
}

/** Flushing follows the writing of the whole batch, so that the disk takes the data in few and long turns. */
async function placeCopies({ bag, failures }: Batch, copies: readonly Copy[]): Promise<Proven[]> {
  const placed: Proven[] = []
  await inParallel(copies, atOnce, async ({ listed, file }) => {
    await file.flush()
    await file.place({ ours: true })
    placed.push({ ...listed, proof: { sha256: file.sha256(), bytes: file.bytes } })
  }).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) await Promise.allSettled(copies.map(({ file }) => file.discard()))
  if (placed.length > 0) await flushFolder(join(bag, voicemailFolder))
  return placed
}

/** Reads the copies back from disk; only then are they the engine's to remember. */
async function proveCopies(
  { bag, io, buffers, damaged, failures }: Batch,
  placed: readonly Proven[],
): Promise<Proven[]> {
  const proven: Proven[] = []
  await inParallel(placed, atOnce, async (one) => {
    const problem = await proveMessage(bag, one, { buffers })
    if (problem === null) proven.push(one)
    else if (notTheDisk.has(problem.code)) damaged.push(problem.message)
    else
      failures.push(new AppError('FILE_PROBLEM', `${problem.message} Continue to save it again.`, { file: one.file }))
  }).catch((error: unknown) => failures.push(error))
  if (proven.length > 0) io.onProven(proven.map(({ position, proof }) => ({ position, ...proof })))
  return proven
}

function* batchesOf(messages: readonly ListedMessage[]): Generator<ListedMessage[]> {
  let batch: ListedMessage[] = []
  let bytes = 0
  for (const listed of messages) {
    batch.push(listed)
    bytes += listed.message.bytes
    if (batch.length < batchFiles && bytes < batchBytes) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

function sourceDamaged(damaged: readonly string[]): AppError {
  const more = damaged.length > 3 ? ` So are ${damaged.length - 3} more.` : ''
  return new AppError(
    'FILE_PROBLEM',
    `${damaged.slice(0, 3).join(' ')}${more} All other messages are saved. Repair the audio in the phone system, then continue.`,
    { damaged },
  )
}
