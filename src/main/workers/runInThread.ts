import { Worker, type ResourceLimits } from 'node:worker_threads'
import type { Writer } from '../db/writer.ts'
import { fromThreadFailure, type ThreadFailure } from './threadFailure.ts'

/**
 * What a thread of runInThread sends: reports while it works, when it wants the writing and when it gives it back, then one
 * end.
 */
export type ThreadAnswer =
  | { kind: 'progress'; progress: unknown }
  | { kind: 'writing' }
  | { kind: 'written' }
  | { kind: 'done'; value: unknown }
  | ({ kind: 'failed' } & ThreadFailure)
/** What it is told meanwhile; lent: it may write now. */
export type ThreadWord = 'cancel' | 'lent'

type Watch<Progress> = {
  signal?: AbortSignal | undefined
  report?: ((progress: Progress) => void) | undefined
  /** Lends the writing to a thread that writes; it is given back at the latest when the thread has ended. */
  writer?: Writer | undefined
  /**
   * After so many milliseconds a thread that does not heed Cancel is ended, where a library may be kept in a circle by a
   * hostile file. Never where nothing is said: a long commit ends by itself, and must be told as what it is.
   */
  patience?: number | undefined
  /** Of the thread's JavaScript; V8's own where nothing is said. */
  resourceLimits?: ResourceLimits | undefined
}

/**
 * Has one piece of work done by a thread whose script answers with answerMain: the script decides the types. Throws what
 * the work throws; the signal's reason when the work ended because of it, or did not heed it and was ended.
 */
export function runInThread<Value, Progress = never>(
  script: string,
  question: unknown,
  { signal, report, writer, patience, resourceLimits = {} }: Watch<Progress>,
): Promise<Value> {
  const worker = new Worker(script, { workerData: question, resourceLimits })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const tell = (word: ThreadWord): void => worker.postMessage(word)
  let end: NodeJS.Timeout | undefined
  const cancel = (): void => {
    tell('cancel')
    if (patience !== undefined) end = setTimeout(() => void worker.terminate(), patience)
  }
  const loans: (() => void)[] = []
  const lend = async (): Promise<void> => {
    await writer?.lendUntil(new Promise<void>((resolve) => loans.push(resolve)))
    tell('lent')
  }
  const result = new Promise<Value>((resolve, reject) => {
    // What is done with a report may fail, as a write does: then the work has failed.
    const tellOf = (progress: Progress): void => {
      try {
        report?.(progress)
      } catch (error) {
        reject(error)
        void worker.terminate()
      }
    }
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.kind === 'progress') tellOf(answer.progress as Progress)
      if (answer.kind === 'writing') void lend()
      if (answer.kind === 'written') loans.shift()?.()
      if (answer.kind === 'done') resolve(answer.value as Value)
      if (answer.kind === 'failed') reject(isStop(answer, signal) ? signal?.reason : fromThreadFailure(answer))
    })
    worker.once('error', reject)
    worker.once('exit', () =>
      reject(signal?.aborted === true ? signal.reason : new Error(`The thread of ${script} ended without an answer`)),
    )
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted === true) cancel()
  })
  return result.finally(() => {
    for (const giveBack of loans) giveBack()
    clearTimeout(end)
    signal?.removeEventListener('abort', cancel)
  })
}

/** The work ended because of the signal, and has no words of its own for it. */
function isStop({ error }: ThreadFailure, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && error.code === 'INTERNAL'
}
