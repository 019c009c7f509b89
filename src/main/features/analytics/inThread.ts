import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '../../../shared/ipc/errors.ts'
import type { QuestionName, Reader } from './questions.ts'

/** A question; or, with stop, that the answer to the one of this id is not wanted any more. */
export type ThreadQuestion = { id: number } & ({ name: QuestionName; input: unknown } | { stop: true })
export type ThreadAnswer = { id: number } & (
  | { ok: true; value: unknown }
  | { ok: false; error: Failure['error']; cause: string }
)

type Waiting = { resolve: (value: unknown) => void; reject: (error: unknown) => void }

/**
 * Answers from a thread with a reading connection of its own, so that a million calls never hold up the window. The
 * thread starts with the first question, and anew after it has died; who waited then gets the error.
 */
export function createThreadReader(script: string, workerData: { dataFolder: string; zone: string }): Reader {
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
    started.on('message', (answer: ThreadAnswer) => settle(waiting, answer))
    started.on('error', failAll)
    started.on('exit', () => {
      if (worker === started) failAll(new Error('The thread of Analytics ended without an answer'))
    })
    // A question that is under way keeps the process; an idle thread does not.
    started.unref()
    return started
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const send = (question: ThreadQuestion): void => worker?.postMessage(question)
  const ask = (name: QuestionName, input: unknown, signal?: AbortSignal): Promise<unknown> => {
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
  }
  // The thread answers with what the question of the same name returns.
  const question = <Q extends QuestionName>(name: Q): Reader[Q] =>
    ((input: unknown, signal?: AbortSignal) => ask(name, input, signal)) as Reader[Q]
  return {
    calls: question('calls'),
    callTotals: question('callTotals'),
    extensionTotals: question('extensionTotals'),
    bills: question('bills'),
    billTotals: question('billTotals'),
    people: question('people'),
    close: async () => {
      const running = worker
      worker = null
      await running?.terminate()
      failAll(new AppError('CANCELLED', 'Offhook is closing.'))
    },
  }
}

function settle(waiting: Map<number, Waiting>, answer: ThreadAnswer): void {
  const one = waiting.get(answer.id)
  waiting.delete(answer.id)
  if (answer.ok) one?.resolve(answer.value)
  else one?.reject(toError(answer))
}

/** What is not ours stays an unknown error, so that main logs its cause. */
function toError({ error: { code, message, details }, cause }: Extract<ThreadAnswer, { ok: false }>): Error {
  return code === 'INTERNAL' ? new Error(cause) : new AppError(code, message, details, { cause })
}
