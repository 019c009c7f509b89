import { parentPort } from 'node:worker_threads'
import { toFailure } from '../../shared/ipc/errors.ts'
import type { ThreadAnswer } from '../features/imports/inThread.ts'
import type { Progress } from '../features/imports/progress.ts'
import { throttle } from '../runs/throttle.ts'

type Told = { signal: AbortSignal; report: (progress: Progress) => void }

/** Does the one piece of work that a thread of runInThread was started for: any message of main cancels it. */
export async function answerMain(work: (told: Told) => Promise<unknown>): Promise<void> {
  const port = parentPort!
  const answer = (message: ThreadAnswer): void => port.postMessage(message)
  const control = new AbortController()
  port.once('message', () => control.abort())
  const progress = throttle<Progress>((value) => answer({ kind: 'progress', progress: value }))
  try {
    const value = await work({ signal: control.signal, report: progress.report })
    progress.flush()
    answer({ kind: 'done', value })
  } catch (error) {
    answer({ kind: 'failed', error: toFailure(error).error, cause: String(error) })
  }
  port.close()
}
