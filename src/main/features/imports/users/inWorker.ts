import { Worker } from 'node:worker_threads'
import type { UsersImported } from '../../../../shared/imports/contract.ts'
import { AppError, type Failure } from '../../../../shared/ipc/errors.ts'
import type { Progress } from '../progress.ts'
import type { UsersRequest } from './importUsers.ts'

export type WorkerQuestion = {
  dataFolder: string
  operator: string
  request: { path: string; mapping: Readonly<Record<string, string>> | undefined; skipInvalid: boolean }
}
export type WorkerAnswer =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; value: UsersImported }
  | { kind: 'failed'; error: Failure['error']; cause: string }

/**
 * Runs importUsers in a thread of its own, on a connection of its own. Other connections read meanwhile; who writes
 * waits for the one transaction at the end. Throws what importUsers throws.
 */
export function importUsersInWorker(
  script: string,
  place: { dataFolder: string; operator: string },
  { path, mapping, skipInvalid, signal, report }: UsersRequest & { skipInvalid: boolean },
): Promise<UsersImported> {
  const question: WorkerQuestion = { ...place, request: { path, mapping, skipInvalid } }
  const worker = new Worker(script, { workerData: question })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const cancel = (): void => worker.postMessage('cancel')
  const result = new Promise<UsersImported>((resolve, reject) => {
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'progress') report?.(answer.progress)
      if (answer.kind === 'done') resolve(answer.value)
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
