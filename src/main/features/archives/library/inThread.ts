import type { LookResult } from '../../../../shared/archives/library.ts'
import { runInThread } from '../../../workers/runInThread.ts'
import { lookInto, type Looking, type LookOptions } from './looks.ts'

export type LookQuestion = { dataFolder: string; roots: readonly string[]; operator: string | null }
/** What the thread tells: how many archives it has found, and when it writes. */
export type LookNews = number | 'writing' | 'written'
export type Look = (roots: readonly string[], options: LookOptions) => Promise<LookResult>

/**
 * How a library is looked through: in a built thread, which reads the bags and writes on a connection of its own, or
 * without one on the caller's. The thread borrows the writing for each of its transactions.
 */
export function lookIn(script: string | null, dataFolder: string, given: Looking): Look {
  if (script === null) return (roots, options) => lookInto(given, roots, options)
  return async (roots, { signal, onFound, operator }) => {
    let giveBack = (): void => undefined
    const hear = async (news: LookNews): Promise<void> => {
      if (news === 'written') giveBack()
      else if (news !== 'writing') onFound?.(news)
      else await given.db.writer.lendUntil(new Promise<void>((resolve) => (giveBack = resolve)))
    }
    try {
      const question: LookQuestion = { dataFolder, roots, operator }
      return await runInThread<LookResult, LookNews>(script, question, { signal, report: hear })
    } finally {
      giveBack()
    }
  }
}
