import { askThread } from '../../workers/askThread.ts'
import type { QuestionName, Reader } from './questions.ts'

/**
 * Answers from a thread with a reading connection of its own, so that a million calls never hold up the window. The
 * thread starts with the first question, and anew after it has died; who waited then gets the error.
 */
export function createThreadReader(script: string, workerData: { dataFolder: string; zone: string }): Reader {
  const thread = askThread(script, workerData)
  // The thread answers with what the question of the same name returns.
  const question = <Q extends QuestionName>(name: Q): Reader[Q] =>
    ((input: unknown, signal?: AbortSignal) => thread.ask(name, input, signal)) as Reader[Q]
  return {
    calls: question('calls'),
    callTotals: question('callTotals'),
    extensionTotals: question('extensionTotals'),
    bills: question('bills'),
    billTotals: question('billTotals'),
    people: question('people'),
    close: thread.stop,
  }
}
