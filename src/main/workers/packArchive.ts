import { parentPort, workerData } from 'node:worker_threads'
import { packBag } from '../archive/pack/packBag.ts'
import type { PackAnswer, PackQuestion } from '../archive/pack/inThread.ts'
import { unsealArchive } from '../archive/pack/unsealArchive.ts'
import { throttle } from '../runs/throttle.ts'
import { toFailure } from '../../shared/ipc/errors.ts'

// Entry of a thread: an archive is made into one file, or out of one; encrypting would stop the window's thread.
const question = workerData as PackQuestion
const port = parentPort!
const control = new AbortController()
// oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin
const answer = (message: PackAnswer): void => port.postMessage(message)
port.on('message', () => control.abort())
const progress = throttle((value: object) => answer({ kind: 'progress', progress: value }))
const how = { signal: control.signal, report: progress.report }
try {
  const value =
    question.kind === 'pack' ? await packBag(question.request, how) : await unsealArchive(question.request, how)
  progress.flush()
  answer({ kind: 'done', value })
} catch (error) {
  answer(
    control.signal.aborted
      ? { kind: 'stopped' }
      : { kind: 'failed', failure: toFailure(error).error, cause: String(error) },
  )
}
port.close()
