import { parentPort } from 'node:worker_threads'
import type { Writer } from '../db/writer.ts'
import { throttle } from '../throttle.ts'
import type { ThreadAnswer, ThreadWord } from './runInThread.ts'
import { toThreadFailure } from './threadFailure.ts'

type Told<Progress> = {
  signal: AbortSignal
  /** At most ten a second are sent, and the last. */
  report(progress: Progress): void
  /** Sent in any case. */
  tell(progress: Progress): void
  /** Writes while main lends the writing, and gives it back. */
  alone: Writer['alone']
}

/** Does the one piece of work that a thread of runInThread was started for. */
export async function answerMain<Progress>(work: (told: Told<Progress>) => Promise<unknown>): Promise<void> {
  const port = parentPort!
  const answer = (message: ThreadAnswer): void => port.postMessage(message)
  const control = new AbortController()
  const borrowers: (() => void)[] = []
  port.on('message', (word: ThreadWord) => {
    if (word === 'cancel') return control.abort()
    borrowers.shift()?.()
  })
  const tell = (value: Progress): void => answer({ kind: 'progress', progress: value })
  const progress = throttle(tell)
  const alone = async <T>(write: () => T): Promise<T> => {
    const lent = new Promise<void>((resolve) => borrowers.push(resolve))
    answer({ kind: 'writing' })
    await lent
    try {
      // Of a thread this may be a transaction of many turns.
      return await write()
    } finally {
      answer({ kind: 'written' })
    }
  }
  try {
    const value = await work({ signal: control.signal, report: progress.report, tell, alone })
    progress.flush()
    answer({ kind: 'done', value })
  } catch (error) {
    answer({ kind: 'failed', ...toThreadFailure(error) })
  }
  port.close()
}
