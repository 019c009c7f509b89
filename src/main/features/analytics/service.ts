import type { AnalyticsFilter } from '../../../shared/analytics/model.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { ReadDb } from '../../db/sql.ts'
import { writeCsv } from '../../files/writeCsv.ts'
import { billsCsv, callsCsv } from './csvPages.ts'
import { createThreadReader } from './inThread.ts'
import { createDirectReader, type Reader } from './questions.ts'

export type ExportRequest = {
  what: 'calls' | 'bills'
  filter: AnalyticsFilter
  path: string
  report?: (progress: { done: number; total: number | null; bytes: number }) => void
}
export type Analytics = ReturnType<typeof createAnalytics>

/** Call history and bills, kept indefinitely; nothing here writes to the database. */
export function createAnalytics({
  db,
  dataFolder,
  worker,
}: {
  db: ReadDb
  dataFolder: string
  /** The built thread; without it the caller's thread reads. */
  worker: string | null
}) {
  const reader: Reader = worker === null ? createDirectReader(db) : createThreadReader(worker, dataFolder)
  let exporting: AbortController | null = null

  return {
    ...reader,
    /** Writes what is filtered as CSV; one export at a time. Throws CONFLICT, CANCELLED, DISK_FULL, FILE_PROBLEM. */
    export: async ({ what, filter, path, report }: ExportRequest): Promise<number> => {
      if (exporting !== null) throw new AppError('CONFLICT', 'An export is under way. Wait for it, or cancel it.')
      exporting = new AbortController()
      try {
        const total =
          what === 'calls' ? (await reader.callTotals(filter)).calls : (await reader.billTotals(filter)).records
        return await writeCsv(path, what === 'calls' ? callsCsv(reader, filter) : billsCsv(reader, filter), {
          signal: exporting.signal,
          report: (done) => report?.({ done, total, bytes: 0 }),
        })
      } finally {
        exporting = null
      }
    },
    cancelExport: (): void => exporting?.abort(),
  }
}
