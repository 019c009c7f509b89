import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '../../../shared/ipc/errors.ts'
import type { DemoProgress, DemoSize } from './createDemo.ts'

export type DemoQuestion = {
  dataFolder: string
  voicesFolder: string
  size: DemoSize
  /** The clock's time as main began. */
  at: string
  /** One number, not 0 once the company is not wanted any more. */
  cancelled: SharedArrayBuffer
}
export type DemoAnswer =
  | { kind: 'progress'; progress: DemoProgress }
  | { kind: 'done' }
  | { kind: 'failed'; error: Failure['error']; cause: string }

/** Runs writeDemo in a thread, on a connection of its own. Throws what writeDemo throws. */
export function writeDemoInThread(
  script: string,
  given: Omit<DemoQuestion, 'cancelled'>,
  report: (progress: DemoProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const worker = new Worker(script, { workerData: { ...given, cancelled } satisfies DemoQuestion })
  const cancel = (): void => void Atomics.store(new Int32Array(cancelled), 0, 1)
  const result = new Promise<void>((resolve, reject) => {
    worker.on('message', (answer: DemoAnswer) => {
      if (answer.kind === 'progress') report(answer.progress)
      if (answer.kind === 'done') resolve()
      if (answer.kind === 'failed') {
        const { code, message, details } = answer.error
        reject(new AppError(code, message, details, { cause: answer.cause }))
      }
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread that makes the demo company ended without an answer')))
    signal.addEventListener('abort', cancel, { once: true })
    if (signal.aborted) cancel()
  })
  return result.finally(() => signal.removeEventListener('abort', cancel))
}
