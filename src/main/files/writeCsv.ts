import { open, rename, rm } from 'node:fs/promises'
import { AppError } from '../../shared/ipc/errors.ts'
import { csvHead, csvRows } from './csvText.ts'
import { isDiskFull } from './diskErrors.ts'
import { retryBusy } from './retryBusy.ts'

export type CsvContent = {
  columns: readonly string[]
  /** Rows some hundred at a time; numbers as text. */
  pages: AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly (readonly string[])[]>
}

/**
 * Writes a CSV file where a save dialog said, page by page: beside its place first, so that what lies there is whole
 * until the new file is. Answers how many rows it has. Throws CANCELLED, DISK_FULL, FILE_PROBLEM.
 */
export async function writeCsv(
  path: string,
  { columns, pages }: CsvContent,
  { report, signal }: { report?: (rows: number) => void; signal?: AbortSignal } = {},
): Promise<number> {
  const partial = `${path}.partial`
  let rows = 0
  try {
    const handle = await open(partial, 'w')
    try {
      await handle.write(csvHead(columns))
      for await (const page of pages) {
        if (signal?.aborted === true) throw new AppError('CANCELLED', 'The export was cancelled. No file was written.')
        await handle.write(csvRows(page))
        rows += page.length
        report?.(rows)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    await retryBusy(() => rename(partial, path))
    return rows
  } catch (cause) {
    await rm(partial, { force: true })
    throw cause instanceof AppError ? cause : writeProblem(cause)
  }
}

function writeProblem(cause: unknown): AppError {
  if (isDiskFull(cause))
    return new AppError('DISK_FULL', 'The disk is full, so the file was not written.', {}, { cause })
  return new AppError(
    'FILE_PROBLEM',
    'The file could not be written there. Choose another folder, or close the program that has it open.',
    {},
    { cause },
  )
}
