import { parentPort, workerData } from 'node:worker_threads'
import { openForReading } from '../db/open.ts'
import type { ThreadAnswer, ThreadQuestion } from '../features/analytics/inThread.ts'
import { createQuestions } from '../features/analytics/questions.ts'
import { toFailure } from '../../shared/ipc/errors.ts'

// Entry of a thread that only reads: counting a million calls takes a second, for which main must not stand still.
const port = parentPort!
const { dataFolder } = workerData as { dataFolder: string }
const questions = createQuestions(openForReading(dataFolder))
const answer = (message: ThreadAnswer): void => port.postMessage(message)

async function reply({ id, name, input }: ThreadQuestion): Promise<void> {
  try {
    // Each input comes from the function of the same name on the other side.
    const value = await (questions[name] as (given: unknown) => unknown)(input)
    answer({ id, ok: true, value })
  } catch (error) {
    answer({
      id,
      ok: false,
      error: toFailure(error).error,
      cause: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}

port.on('message', (question: ThreadQuestion) => void reply(question))
