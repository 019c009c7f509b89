import { workerData } from 'node:worker_threads'
import type { PackQuestion } from '../archive/pack/inThread.ts'
import { packBag, type PackProgress } from '../archive/pack/packBag.ts'
import { unsealArchive, type UnsealProgress } from '../archive/pack/unsealArchive.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread: an archive is made into one file, or out of one; encrypting would stop the window's thread.
const question = workerData as PackQuestion
await answerMain<PackProgress | UnsealProgress>((told) =>
  question.kind === 'pack' ? packBag(question.request, told) : unsealArchive(question.request, told),
)
