import { workerData } from 'node:worker_threads'
import { openForReading } from '../db/open.ts'
import { createQuestions } from '../features/analytics/questions.ts'
import { answerQuestions } from './answerQuestions.ts'

// Entry of a thread that only reads: counting a million calls takes a second, for which main must not stand still.
const { dataFolder, zone } = workerData as { dataFolder: string; zone: string }
answerQuestions(createQuestions(openForReading(dataFolder), zone))
