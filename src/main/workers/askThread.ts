import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/ipc/errors.ts'
import { fromThreadFailure, type ThreadFailure } from './threadFailure.ts'

/** A question; or, with stop, that the answer to the one of this id is not wanted any more. */
export type ThreadQuestion = { id: number } & ({ name: string; input: unknown } | { stop: true })
export type ThreadReply = { id: number } & ({ ok: true; value: unknown } | ({ ok: false } & ThreadFailure))

export type AskedThread = {
  /** The script decides what an answer is. Rejects with what the question throws there. */
  ask(name: string, input: unknown, signal?: AbortSignal): Promise<unknown>
  stop(): Promise<void>
}

type Waiting = { resolve: (value: unknown) => void; reject: (error: unknown) => void }

/**
 * A thread whose script answers with answerQuestions. It starts with the first question, and anew after it has died; who
 * waited then gets the error.
 */
export function askThread(script: string, workerData?: unknown): AskedThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0

  const failAll = (error: unknown): void => {
    worker = null
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  const startWorker = (): Worker => {
    const started = new Worker(script, { workerData })
    started.on('message', (reply: ThreadReply) => settle(waiting, reply))
    started.on('error', failAll)
    started.on('exit', () => {
      if (worker === started) failAll(new Error(`The thread of ${script} ended without an answer`))
    })
    // A question that is under way keeps the process; an idle thread does not.
    started.unref()
    return started
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const send = (question: ThreadQuestion): void => worker?.postMessage(question)
  return {
    ask: (name, input, signal) => {
      worker ??= startWorker()
      const id = (last += 1)
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      const stop = (): void => send({ id, stop: true })
      worker.ref()
      send({ id, name, input })
      signal?.addEventListener('abort', stop)
      return answer.finally(() => {
        signal?.removeEventListener('abort', stop)
        if (waiting.size === 0) worker?.unref()
      })
    },
    stop: async () => {
      const running = worker
      worker = null
      await running?.terminate()
      failAll(new AppError('CANCELLED', 'Offhook is closing.'))
    },
  }
}

function settle(waiting: Map<number, Waiting>, reply: ThreadReply): void {
  const one = waiting.get(reply.id)
  waiting.delete(reply.id)
  if (reply.ok) one?.resolve(reply.value)
  else one?.reject(fromThreadFailure(reply))
}
