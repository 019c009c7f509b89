import { parentPort, workerData } from 'node:worker_threads'
import { measureAudio } from '../archive/audio/probe.ts'
import type { BatchAnswer, BatchMemory, BatchQuestion } from '../files/batchThread.ts'
import { systemCode } from '../files/diskErrors.ts'
import { FileBatch } from '../files/fileBatch.ts'
import type { Measured } from '../archive/audio/riff.ts'

// Entry of a thread that writes voicemail messages and reads them back.
const port = parentPort!
const { shared } = workerData as BatchMemory
const memory = new Uint8Array(shared)
const batch = new FileBatch()

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
port.on('message', (question: BatchQuestion) => port.postMessage(answer(question)))

function answer(question: BatchQuestion): BatchAnswer<Measured | null> {
  if (question.kind === 'write') batch.write(question.target, memory.subarray(0, question.length))
  if (question.kind === 'discard') batch.discard(question.target)
  if (question.kind !== 'settle') return []
  return batch
    .settle(question.files, measureAudio)
    .map((one) => (one.outcome === 'failed' ? { outcome: 'failed', error: told(one.error) } : one))
}

/** An error of the system loses its code on the way between threads. */
function told(error: unknown): { message: string; code: string | null } {
  return { message: error instanceof Error ? error.message : String(error), code: systemCode(error) }
}
