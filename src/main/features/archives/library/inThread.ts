import { Worker } from 'node:worker_threads'
import { on } from 'node:events'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { scan, type Scanned, type ScanQuestion } from './scan.ts'

/** The other way round: 'more' after each answer that was taken. */
export type ScanAnswer = { kind: 'seen'; scanned: Scanned } | { kind: 'done' } | { kind: 'failed'; cause: string }

export type Scan = (question: ScanQuestion, signal: AbortSignal) => AsyncGenerator<Scanned>

/** How a library is looked through: in a built thread, or without one on the caller's. */
export function scanIn(script: string | null): Scan {
  return script === null ? scan : (question, signal) => scanInThread(script, question, signal)
}

/**
 * A list of fifty thousand messages takes a second to read and check; in a thread the window does not feel it. The
 * thread waits until its answer was taken, so it is never far ahead.
 */
async function* scanInThread(script: string, question: ScanQuestion, signal: AbortSignal): AsyncGenerator<Scanned> {
  const worker = new Worker(script, { workerData: question })
  try {
    for await (const [answer] of on(worker, 'message', { signal, close: ['exit'] }) as AsyncIterable<[ScanAnswer]>) {
      if (answer.kind === 'done') return
      if (answer.kind === 'failed') throw new Error(answer.cause)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage('more')
      yield answer.scanned
    }
    throw new Error('The thread that looks through the library ended without an answer')
  } catch (error) {
    if (signal.aborted) throw new AppError('CANCELLED', 'Looking for archives was stopped.')
    throw error
  } finally {
    await worker.terminate()
  }
}
