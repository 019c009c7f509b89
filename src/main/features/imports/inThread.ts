import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '../../../shared/ipc/errors.ts'
import type { Progress } from './progress.ts'

export type ThreadAnswer =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; value: unknown }
  | { kind: 'failed'; error: Failure['error']; cause: string }

/**
 * Asks a thread whose script answers with answerMain, and answers what it answers: the script decides the type. Throws
 * what the work throws.
 */
export function runInThread<Value>(
  script: string,
  question: unknown,
  { signal, report }: { signal?: AbortSignal | undefined; report?: ((progress: Progress) => void) | undefined },
): Promise<Value> {
  const worker = new Worker(script, { workerData: question })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const cancel = (): void => worker.postMessage('cancel')
  const result = new Promise<Value>((resolve, reject) => {
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.kind === 'progress') report?.(answer.progress)
      if (answer.kind === 'done') resolve(answer.value as Value)
      if (answer.kind === 'failed') {
        const { code, message, details } = answer.error
        reject(new AppError(code, message, details, { cause: answer.cause }))
      }
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread of the import ended without an answer')))
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted === true) cancel()
  })
  return result.finally(() => signal?.removeEventListener('abort', cancel))
}
