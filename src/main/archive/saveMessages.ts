import { AppError } from '../../shared/ipc/errors.ts'
import type { VoicemailId } from '../../shared/ids.ts'
import { batchHere, startBatchThread, type Batch } from '../files/batchThread.ts'
import { watchSignal } from '../files/cancellation.ts'
import { inParallel } from '../files/inParallel.ts'
import { createReadBuffers } from '../files/readBuffers.ts'
import type { AudioStream } from '../phoneSystem/port.ts'
import { measureAudio } from './audio/probe.ts'
import type { Measured } from './audio/riff.ts'
import type { ListedMessage, Proof } from './listing.ts'
import { provenAtOnce, proveMessage, type Proven } from './proveMessage.ts'
import { saveBatch } from './saveBatch.ts'

export type SaveIo = {
  openAudio(id: VoicemailId): Promise<AudioStream>
  onProven(messages: readonly ({ position: number } & Proof)[]): Promise<void>
  /** Asked before some messages are written together; rejects when the disk has no room for them. */
  keepRoom(batch: readonly ListedMessage[]): Promise<void>
  /** The proof of an earlier try holds on disk. */
  onKept(message: ListedMessage): void
  onSaved(message: ListedMessage): void
  signal: AbortSignal
  /** The built script of the threads that write; without it this thread does. */
  savingThread: string | null
}

/** Threads that write at a time: while some wait for the disk to flush, the others keep two cores busy. */
const threadsAtOnce = 8
/** Files flushed together; a stop loses at most the work on these, never what is proven. */
const batchFiles = 8
const batchBytes = 8 * 1024 * 1024

/**
 * Saves every message whose proof does not hold on disk, and answers all of them with their proofs. A message whose
 * source is damaged does not keep the others from being saved. Throws FILE_PROBLEM that names the damaged ones; errors
 * of the disk are thrown as they are, after what is whole has been proven.
 */
export async function saveMessages(bag: string, messages: readonly ListedMessage[], io: SaveIo): Promise<Proven[]> {
  const proven = await stillProven(bag, messages, io)
  const missing = messages.filter(({ position }) => !proven.has(position))
  const damaged: string[] = []
  const idle: Batch<Measured | null>[] = []
  const cancellation = watchSignal(io.signal)
  try {
    await inParallel(batchesOf(missing), threadsAtOnce, async (part) => {
      io.signal.throwIfAborted()
      await io.keepRoom(part)
      const batch = idle.pop() ?? startBatch(io.savingThread)
      const saved = await saveBatch(bag, part, batch, { openAudio: io.openAudio, cancellation })
      idle.push(batch)
      for (const one of saved.proven) {
        proven.set(one.position, one)
        io.onSaved(one)
      }
      if (saved.proven.length > 0)
        await io.onProven(saved.proven.map(({ position, proof }) => ({ position, ...proof })))
      damaged.push(...saved.damaged)
      if (saved.failures.length > 0) throw saved.failures[0]
    })
  } finally {
    cancellation.close()
    await Promise.all(idle.map((batch) => batch.close()))
  }
  if (damaged.length > 0) throw sourceDamaged(damaged)
  return messages.map(({ position }) => proven.get(position)!)
}

function startBatch(script: string | null): Batch<Measured | null> {
  return script === null ? batchHere(measureAudio) : startBatchThread(script)
}

/** What an earlier try proved counts only when the file is still there and still the same. */
async function stillProven(bag: string, messages: readonly ListedMessage[], io: SaveIo): Promise<Map<number, Proven>> {
  const buffers = createReadBuffers()
  const proven = new Map<number, Proven>()
  await inParallel(messages, provenAtOnce, async (listed) => {
    io.signal.throwIfAborted()
    const { proof } = listed
    if (proof === null || (await proveMessage(bag, { ...listed, proof }, { buffers })) !== null) return
    proven.set(listed.position, { ...listed, proof })
    io.onKept(listed)
  })
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
    `${damaged.slice(0, 3).join(' ')}${more} All other messages are saved. Import them again from where they came, which repairs them, then continue. If nothing can repair them, check their recordings on the Voicemail page and decide there; then give this run up and start anew.`,
    { damaged },
  )
}
