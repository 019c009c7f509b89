import { parentPort } from 'node:worker_threads'
import { throttle } from '../runs/throttle.ts'
import type { ThreadAnswer } from './runInThread.ts'
import { toThreadFailure } from './threadFailure.ts'

type Told<Progress> = {
  signal: AbortSignal
  /** At most ten a second are sent, and the last. */
  report(progress: Progress): void
  /** Sent in any case. */
  tell(progress: Progress): void
}

/** Does the one piece of work that a thread of runInThread was started for: any message of main cancels it. */
export async function answerMain<Progress>(work: (told: Told<Progress>) => Promise<unknown>): Promise<void> {
  const port = parentPort!
  const answer = (message: ThreadAnswer): void => port.postMessage(message)
  const control = new AbortController()
  port.once('message', () => control.abort())
  const tell = (progress: Progress): void => answer({ kind: 'progress', progress })
  const progress = throttle(tell)
  try {
    const value = await work({ signal: control.signal, report: progress.report, tell })
    progress.flush()
    answer({ kind: 'done', value })
  } catch (error) {
    answer({ kind: 'failed', ...toThreadFailure(error) })
  }
  port.close()
}
