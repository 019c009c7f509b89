import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Segment, Walk } from './walkChain.ts'
import type { Walker } from './verifyAudit.ts'

export type WalkQuestion = { dataFolder: string; segment: Segment }

/** Walks each part in a thread of its own, on a connection of its own that only reads. */
export function walkInThreads(script: string, dataFolder: string): Walker {
  return (segments) => Promise.all(segments.map((segment) => walkInThread(script, { dataFolder, segment })))
}

async function walkInThread(script: string, question: WalkQuestion): Promise<Walk> {
  const worker = new Worker(script, { workerData: question })
  try {
    // Rejects with what the thread threw.
    const [walk] = (await once(worker, 'message')) as [Walk]
    return walk
  } finally {
    await worker.terminate()
  }
}
