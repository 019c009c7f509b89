import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '../../../../shared/ipc/errors.ts'
import { createSounds, type Sounds } from './sounds.ts'

export type SoundQuestion = { id: number; name: keyof Sounds; input: unknown }
export type SoundAnswer = { id: number } & (
  | { ok: true; value: unknown }
  | { ok: false; error: Failure['error']; cause: string }
)
export type SoundThread = Sounds & { stop(): Promise<void> }

type Waiting = { resolve: (value: unknown) => void; reject: (error: unknown) => void }

/**
 * Sounds in a thread, which starts with the first question and anew after it has died; who waited then gets the error.
 * Without a script the caller's thread does the work.
 */
export function startSounds(script: string | null): SoundThread {
  if (script === null) return { ...createSounds(), stop: async () => undefined }
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0

  const failAll = (error: unknown): void => {
    worker = null
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  const startWorker = (): Worker => {
    const started = new Worker(script)
    started.on('message', (answer: SoundAnswer) => settle(waiting, answer))
    started.on('error', failAll)
    started.on('exit', () => {
      if (worker === started) failAll(new Error('The thread that decodes sound ended without an answer'))
    })
    // A question that is under way keeps the process; an idle thread does not.
    started.unref()
    return started
  }
  // The thread answers with what the question of the same name returns.
  const question = <Q extends keyof Sounds>(name: Q): Sounds[Q] =>
    ((input: unknown) => {
      worker ??= startWorker()
      const id = (last += 1)
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      worker.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({ id, name, input } satisfies SoundQuestion)
      return answer.finally(() => waiting.size === 0 && worker?.unref())
    }) as Sounds[Q]
  return {
    open: question('open'),
    read: question('read'),
    close: question('close'),
    look: question('look'),
    stop: async () => {
      const running = worker
      worker = null
      await running?.terminate()
      failAll(new AppError('CANCELLED', 'Offhook is closing.'))
    },
  }
}

function settle(waiting: Map<number, Waiting>, answer: SoundAnswer): void {
  const one = waiting.get(answer.id)
  waiting.delete(answer.id)
  if (answer.ok) one?.resolve(answer.value)
  else one?.reject(toError(answer))
}

/** What is not ours stays an unknown error, so that main logs its cause. */
function toError({ error: { code, message, details }, cause }: Extract<SoundAnswer, { ok: false }>): Error {
  return code === 'INTERNAL' ? new Error(cause) : new AppError(code, message, details, { cause })
}
