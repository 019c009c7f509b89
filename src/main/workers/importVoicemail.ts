import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workerData } from 'node:worker_threads'
import { openDatabase, openForReading } from '../db/open.ts'
import { bulkTurn, refreshSearch } from '../db/search/refresh.ts'
import { asWriteDb } from '../db/sql.ts'
import { userSearch } from '../db/userSearch.ts'
import { importVoicemail } from '../features/imports/voicemail/importVoicemail.ts'
import type { DetectQuestion, VoicemailQuestion } from '../features/imports/voicemail/inThread.ts'
import { detectSources } from '../features/imports/voicemail/openSource.ts'
import { previewVoicemail } from '../features/imports/voicemail/previewVoicemail.ts'
import { createRisingIds } from '../risingIds.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread that reads a source of voicemail and, when it imports, writes on a connection of its own.
const question = workerData as VoicemailQuestion | DetectQuestion
await answerMain(async (told) => {
  if (question.work === 'detect') return detectSources(question.path, question.dataFolder)
  const { dataFolder, audioFolder, problemsFile } = question
  const request = { ...question.request, ...told }
  const clock = { now: () => new Date() }
  if (question.work === 'preview') {
    const database = openForReading(dataFolder)
    try {
      return await previewVoicemail({ db: database, dataFolder, audioFolder, problemsFile }, request)
    } finally {
      database.close()
    }
  }
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  try {
    const db = asWriteDb(database)
    const savingThread = join(dirname(fileURLToPath(import.meta.url)), 'saveFiles.js')
    const given = { ...question, db, clock, ids: createRisingIds(clock), savingThread }
    const value = await importVoicemail(given, request)
    await refreshSearch(db, userSearch, bulkTurn)
    return value
  } finally {
    database.close()
  }
})
