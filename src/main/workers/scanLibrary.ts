import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { ScanAnswer } from '../features/archives/library/inThread.ts'
import { scan, type ScanQuestion } from '../features/archives/library/scan.ts'

// Entry of a thread that looks for archives and reads what they say of themselves; main writes it down.
const port = parentPort!
const answer = (message: ScanAnswer): void => port.postMessage(message)

/** So many answers may wait to be taken; then the thread waits. */
const ahead = 4

try {
  const taken = on(port, 'message')
  let sent = 0
  for await (const scanned of scan(workerData as ScanQuestion, new AbortController().signal)) {
    answer({ kind: 'seen', scanned })
    sent += 1
    if (sent > ahead) await taken.next()
  }
  answer({ kind: 'done' })
} catch (error) {
  answer({ kind: 'failed', cause: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
port.close()
