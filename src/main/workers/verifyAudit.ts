import { parentPort, workerData } from 'node:worker_threads'
import type { WalkQuestion } from '../audit/inThreads.ts'
import { walkChain } from '../audit/walkChain.ts'
import { openForReading } from '../db/open.ts'

// Entry of a thread: a part of the audit chain is read and hashed away from the window's thread.
const { dataFolder, segment } = workerData as WalkQuestion
const database = openForReading(dataFolder)
try {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort!.postMessage(walkChain(database, segment))
} finally {
  database.close()
}
