import type { AnalyticsFilter, BillFilter } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { billTotals, pageBills, type BillQuery } from './billRepository.ts'
import { pageCalls, type CallQuery } from './callRepository.ts'
import { isOfSomeone } from './conditions.ts'
import { countByDay, createDayCounts } from './dayRepository.ts'
import { countByExtension } from './extensionRepository.ts'
import { findPeople } from './personRepository.ts'
import { toTotals, within } from './totals.ts'

export type Questions = ReturnType<typeof createQuestions>
export type QuestionName = keyof Questions
/** The questions, answered elsewhere or later. Counts end with CANCELLED when the signal is raised. */
export type Reader = {
  readonly [Q in QuestionName]: (
    input: Parameters<Questions[Q]>[0],
    signal?: AbortSignal,
  ) => Promise<Awaited<ReturnType<Questions[Q]>>>
} & { close(): Promise<void> }

/** Everything that Analytics asks of a connection; days are those of the zone. */
export function createQuestions(db: ReadDb, zone: string) {
  const dayCounts = createDayCounts(db, zone)
  return {
    calls: (query: CallQuery) => pageCalls(db, zone, query),
    callTotals: async (filter: AnalyticsFilter, signal?: AbortSignal) =>
      toTotals(isOfSomeone(filter) ? await countByDay(db, zone, filter, signal) : within(await dayCounts(), filter)),
    extensionTotals: (filter: AnalyticsFilter, signal?: AbortSignal) => countByExtension(db, zone, filter, signal),
    bills: (query: BillQuery) => pageBills(db, query),
    billTotals: (filter: BillFilter, signal?: AbortSignal) => billTotals(db, filter, signal),
    people: (input: { search: string; goneOnly: boolean }) => findPeople(db, input),
  }
}

/** Answers on the caller's own thread and connection. */
export function createDirectReader(db: ReadDb, zone: string): Reader {
  const questions = createQuestions(db, zone)
  return {
    calls: async (query) => questions.calls(query),
    callTotals: questions.callTotals,
    extensionTotals: questions.extensionTotals,
    bills: async (query) => questions.bills(query),
    billTotals: questions.billTotals,
    people: async (input) => questions.people(input),
    close: async () => undefined,
  }
}
