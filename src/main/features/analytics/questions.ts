import type { AnalyticsFilter } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { billTotals, pageBills, type BillQuery } from './billRepository.ts'
import { pageCalls, type CallQuery } from './callRepository.ts'
import { isOfSomeone } from './conditions.ts'
import { findPeople } from './personRepository.ts'
import { toTotals, within } from './totals.ts'
import { countByDay, countByExtension, createDayCounts } from './totalsRepository.ts'

export type Questions = ReturnType<typeof createQuestions>
export type QuestionName = keyof Questions
/** The questions, answered elsewhere or later. */
export type Reader = {
  readonly [Q in QuestionName]: (...input: Parameters<Questions[Q]>) => Promise<Awaited<ReturnType<Questions[Q]>>>
} & { close(): Promise<void> }

/** Everything that Analytics asks of a connection. */
export function createQuestions(db: ReadDb) {
  const dayCounts = createDayCounts(db)
  return {
    calls: (query: CallQuery) => pageCalls(db, query),
    callTotals: async (filter: AnalyticsFilter) =>
      toTotals(isOfSomeone(filter) ? countByDay(db, filter) : within(await dayCounts(), filter)),
    extensionTotals: (filter: AnalyticsFilter) => countByExtension(db, filter),
    bills: (query: BillQuery) => pageBills(db, query),
    billTotals: (filter: AnalyticsFilter) => billTotals(db, filter),
    people: (input: { search: string; goneOnly: boolean }) => findPeople(db, input),
  }
}

/** Answers on the caller's own thread and connection. */
export function createDirectReader(db: ReadDb): Reader {
  const questions = createQuestions(db)
  return {
    calls: async (query) => questions.calls(query),
    callTotals: (filter) => questions.callTotals(filter),
    extensionTotals: async (filter) => questions.extensionTotals(filter),
    bills: async (query) => questions.bills(query),
    billTotals: async (filter) => questions.billTotals(filter),
    people: async (input) => questions.people(input),
    close: async () => undefined,
  }
}
