import { AppError } from '../../shared/ipc/errors.ts'
import { csvHead, csvRows } from './csvText.ts'
import type { SaveFile } from './savedFile.ts'

export type CsvContent = {
  columns: readonly string[]
  /** Rows some hundred at a time; numbers as text. */
  pages: AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly (readonly string[])[]>
}

/** Saves a CSV file page by page. Answers how many rows it has. Throws CANCELLED, DISK_FULL, FILE_PROBLEM. */
export async function writeCsv(
  save: SaveFile,
  path: string,
  { columns, pages }: CsvContent,
  { report, signal }: { report?: (rows: number) => void; signal?: AbortSignal } = {},
): Promise<number> {
  let rows = 0
  const text = async function* (): AsyncGenerator<string> {
    yield csvHead(columns)
    for await (const page of pages) {
      if (signal?.aborted === true) throw new AppError('CANCELLED', 'The export was cancelled. No file was written.')
      yield csvRows(page)
      rows += page.length
      report?.(rows)
    }
  }
  await save(path, text())
  return rows
}
