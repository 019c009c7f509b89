import type { AnalyticsFilter, AnalyticsPerson, BillFilter } from '../../../shared/analytics/model.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { refreshSearch } from '../../db/search/refresh.ts'
import type { WriteDb } from '../../db/sql.ts'
import { userSearch } from '../../db/userSearch.ts'
import { writeCsv } from '../../files/writeCsv.ts'
import { exportsOf } from '../../unfinished/saveExport.ts'
import { readCompanySettings } from '../../settings/companyRepository.ts'
import { billsCsv, callsCsv } from './csv.ts'
import { createThreadReader } from './inThread.ts'
import { billPages, callPages } from './pages.ts'
import { createDirectReader, type Reader } from './questions.ts'

/** What is saved: the calls or the bills that a filter leaves. */
export type Exported = { what: 'calls'; filter: AnalyticsFilter } | { what: 'bills'; filter: BillFilter }
export type ExportRequest = {
  wanted: Exported
  path: string
  report?: (progress: { done: number; total: number | null; bytes: number }) => void
}
export type Analytics = ReturnType<typeof createAnalytics>

export type AnalyticsOptions = {
  db: WriteDb
  dataFolder: string
  /** The built thread, which runs twice; without it the caller's thread reads. */
  worker: string | null
  /** The IANA zone whose days are counted; this computer's. */
  zone?: string
}

/** Call history and bills, kept indefinitely; nothing here changes them. */
export function createAnalytics({ db, dataFolder, worker, zone = systemZone() }: AnalyticsOptions) {
  const saveFile = exportsOf(dataFolder)
  const readerFor = (): Reader =>
    worker === null ? createDirectReader(db, zone) : createThreadReader(worker, { dataFolder, zone })
  // The rows that somebody wants to see never wait for a count.
  const [rows, counts] = [readerFor(), readerFor()]
  const reader: Reader = {
    ...counts,
    calls: rows.calls,
    bills: rows.bills,
    people: rows.people,
    close: async () => void (await Promise.all([rows.close(), counts.close()])),
  }
  let exporting: AbortController | null = null

  return {
    ...reader,
    people: async (input: { search: string; goneOnly: boolean }): Promise<AnalyticsPerson[]> => {
      await refreshSearch(db, userSearch)
      return reader.people(input)
    },
    callPages: (filter: AnalyticsFilter, atOnce: number) => callPages(reader, filter, atOnce),
    billPages: (filter: BillFilter, atOnce: number) => billPages(reader, filter, atOnce),
    /** Writes what is filtered as CSV; one export at a time. Throws CONFLICT, CANCELLED, DISK_FULL, FILE_PROBLEM. */
    export: async ({ wanted, path, report }: ExportRequest): Promise<number> => {
      if (exporting !== null) throw new AppError('CONFLICT', 'An export is under way. Wait for it, or cancel it.')
      const { signal } = (exporting = new AbortController())
      try {
        const total = await countOf(reader, wanted, signal)
        const content =
          wanted.what === 'calls'
            ? callsCsv(reader, wanted.filter)
            : billsCsv(reader, wanted.filter, readCompanySettings(db).currency)
        return await writeCsv(saveFile, path, content, {
          signal,
          report: (done) => report?.({ done, total, bytes: 0 }),
        })
      } finally {
        exporting = null
      }
    },
    cancelExport: (): void => exporting?.abort(),
  }
}

async function countOf(reader: Reader, { what, filter }: Exported, signal: AbortSignal): Promise<number> {
  return what === 'calls'
    ? (await reader.callTotals(filter, signal)).calls
    : (await reader.billTotals(filter, signal)).records
}

function systemZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
