import { workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { createWriter } from '../db/writer.ts'
import { clearArchives, type ClearQuestion } from '../features/archives/library/clearing.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread that takes the messages of archives out of the index of the library.
const { dataFolder, archives } = workerData as ClearQuestion
await answerMain(async ({ alone }) => {
  const database = await openDatabase({ folder: dataFolder, now: () => new Date().toISOString() })
  try {
    await clearArchives(asWriteDb(database, { ...createWriter(), alone }), archives)
  } finally {
    database.close()
  }
})
