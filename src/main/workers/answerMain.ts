import { parentPort } from 'node:worker_threads'
import { throttle } from '../runs/throttle.ts'
import type { ThreadAnswer, ThreadWord } from './runInThread.ts'
import { toThreadFailure } from './threadFailure.ts'

type Told<Progress> = {
  signal: AbortSignal
  /** At most ten a second are sent, and the last. */
  report(progress: Progress): void
  /** Sent in any case. */
  tell(progress: Progress): void
  /** The same; resolves when main has heard it. */
  tellAndWait(progress: Progress): Promise<void>
}

/** Does the one piece of work that a thread of runInThread was started for. */
export async function answerMain<Progress>(work: (told: Told<Progress>) => Promise<unknown>): Promise<void> {
  const port = parentPort!
  const answer = (message: ThreadAnswer): void => port.postMessage(message)
  const control = new AbortController()
  const heard: (() => void)[] = []
  port.on('message', (word: ThreadWord) => {
    if (word === 'cancel') return control.abort()
    heard.shift()?.()
  })
  const tell = (value: Progress): void => answer({ kind: 'progress', progress: value, awaited: false })
  const progress = throttle(tell)
  const tellAndWait = (value: Progress): Promise<void> => {
    answer({ kind: 'progress', progress: value, awaited: true })
    return new Promise((resolve) => heard.push(resolve))
  }
  try {
    const value = await work({ signal: control.signal, report: progress.report, tell, tellAndWait })
    progress.flush()
    answer({ kind: 'done', value })
  } catch (error) {
    answer({ kind: 'failed', ...toThreadFailure(error) })
  }
  port.close()
}
