import { parentPort } from 'node:worker_threads'
import type { ThreadQuestion, ThreadReply } from './askThread.ts'
import { toThreadFailure } from './threadFailure.ts'

/** Answers what askThread asks, each question by the function of its name; the signal says that nobody waits any more. */
export function answerQuestions(questions: object): void {
  const port = parentPort!
  const asked = new Map<number, AbortController>()
  const reply = (message: ThreadReply): void => port.postMessage(message)
  const answer = async (id: number, name: string, input: unknown): Promise<void> => {
    const control = new AbortController()
    asked.set(id, control)
    try {
      // Each input comes from the function of the same name on the other side.
      const question = questions[name as keyof typeof questions] as (given: unknown, signal: AbortSignal) => unknown
      reply({ id, ok: true, value: await question(input, control.signal) })
    } catch (error) {
      reply({ id, ok: false, ...toThreadFailure(error) })
    } finally {
      asked.delete(id)
    }
  }
  port.on('message', (question: ThreadQuestion) => {
    if ('stop' in question) asked.get(question.id)?.abort()
    else void answer(question.id, question.name, question.input)
  })
}
