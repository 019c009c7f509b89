import type { LookResult } from '../../../../shared/archives/library.ts'
import { runInThread } from '../../../workers/runInThread.ts'
import { lookInto, type Looking, type LookOptions } from './looks.ts'

export type LookQuestion = { dataFolder: string; roots: readonly string[]; operator: string | null }
export type Look = (roots: readonly string[], options: LookOptions) => Promise<LookResult>

/**
 * How a library is looked through: in a built thread, which reads the bags and writes on a connection of its own, or
 * without one on the caller's. The thread borrows the writing for each of its transactions.
 */
export function lookIn(script: string | null, dataFolder: string, given: Looking): Look {
  if (script === null) return (roots, options) => lookInto(given, roots, options)
  return (roots, { signal, onFound, operator }) => {
    const question: LookQuestion = { dataFolder, roots, operator }
    return runInThread<LookResult, number>(script, question, { signal, report: onFound, writer: given.db.writer })
  }
}
