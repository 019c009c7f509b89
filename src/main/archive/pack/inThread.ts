import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '../../../shared/ipc/errors.ts'
import { packBag, type PackControl, type Packed, type PackRequest } from './packBag.ts'
import { unsealArchive, type UnsealControl, type UnsealRequest } from './unsealArchive.ts'

export type PackQuestion = { kind: 'pack'; request: PackRequest } | { kind: 'unseal'; request: UnsealRequest }
export type PackAnswer =
  | { kind: 'progress'; progress: object }
  | { kind: 'done'; value: unknown }
  | { kind: 'stopped' }
  | { kind: 'failed'; failure: Failure['error']; cause: string }

export type Packer = ReturnType<typeof createPacker>

/** Packs and unseals in a thread of its own; without the built script on the caller's. */
export function createPacker(script: string | null) {
  return {
    pack: (request: PackRequest, control: PackControl): Promise<Packed> =>
      script === null ? packBag(request, control) : ask<Packed>(script, { kind: 'pack', request }, control),
    unseal: (request: UnsealRequest, control: UnsealControl): Promise<string> =>
      script === null ? unsealArchive(request, control) : ask<string>(script, { kind: 'unseal', request }, control),
  }
}

type Control = { signal: AbortSignal; report(progress: never): void }

async function ask<T>(script: string, question: PackQuestion, { signal, report }: Control): Promise<T> {
  signal.throwIfAborted()
  const worker = new Worker(script, { workerData: question })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const stop = (): void => worker.postMessage('stop')
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.on('message', (answer: PackAnswer) => {
        // What the thread sends is of the kinds that the question asks for.
        if (answer.kind === 'progress') report(answer.progress as never)
        else if (answer.kind === 'done') resolve(answer.value as T)
        else if (answer.kind === 'stopped') reject(signal.reason as Error)
        else reject(revived(answer))
      })
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The thread that packs archives ended')))
    })
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

function revived({ failure, cause }: Extract<PackAnswer, { kind: 'failed' }>): Error {
  return failure.code === 'INTERNAL' ? new Error(cause) : new AppError(failure.code, failure.message, failure.details)
}
