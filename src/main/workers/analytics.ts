import { parentPort, workerData } from 'node:worker_threads'
import { openForReading } from '../db/open.ts'
import type { ThreadAnswer, ThreadQuestion } from '../features/analytics/inThread.ts'
import { createQuestions } from '../features/analytics/questions.ts'
import { toFailure } from '../../shared/ipc/errors.ts'

// Entry of a thread that only reads: counting a million calls takes a second, for which main must not stand still.
const port = parentPort!
const { dataFolder, zone } = workerData as { dataFolder: string; zone: string }
const questions = createQuestions(openForReading(dataFolder), zone)
const asked = new Map<number, AbortController>()
const answer = (message: ThreadAnswer): void => port.postMessage(message)

async function reply({ id, name, input }: Extract<ThreadQuestion, { name: unknown }>): Promise<void> {
  const controller = new AbortController()
  asked.set(id, controller)
  try {
    // Each input comes from the function of the same name on the other side.
    const value = await (questions[name] as (given: unknown, signal: AbortSignal) => unknown)(input, controller.signal)
    answer({ id, ok: true, value })
  } catch (error) {
    answer({
      id,
      ok: false,
      error: toFailure(error).error,
      cause: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  } finally {
    asked.delete(id)
  }
}

port.on('message', (question: ThreadQuestion) => {
  if ('stop' in question) asked.get(question.id)?.abort()
  else void reply(question)
})
