import { workerData } from 'node:worker_threads'
import type { VerifyProgress, VerifyQuestion } from '../archive/verify/inThread.ts'
import { verifyBag } from '../archive/verifyBag.ts'
import { answerMain } from './answerMain.ts'

/** So many files that were found right are told at once. */
const atOnce = 50

// Entry of a thread: every file of an archive is read, hashed and compared.
const { folder, checked } = workerData as VerifyQuestion
await answerMain<VerifyProgress>(async ({ signal, report, tell }) => {
  let right: [path: string, bytes: number][] = []
  const tellRight = (): void => {
    if (right.length > 0) tell({ right })
    right = []
  }
  try {
    return await verifyBag(folder, {
      signal,
      report: (done, total, bytes) => report({ done, total, bytes }),
      ...(checked === undefined ? {} : { checked }),
      onChecked: (path, bytes) => {
        right.push([path, bytes])
        if (right.length === atOnce) tellRight()
      },
    })
  } finally {
    tellRight()
  }
})
