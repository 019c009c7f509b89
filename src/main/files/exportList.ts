import { basename } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Desktop } from '../desktop.ts'
import type { SaveFile } from './savedFile.ts'
import { writeCsv } from './writeCsv.ts'

/** What an export needs of the app: where to, the day in its name, and how a file is saved. */
export type Exporting = { dialogs: Pick<Desktop['dialogs'], 'saveFile'>; clock: Clock; saveFile: SaveFile }

export type ExportedList<Row> = {
  title: string
  /** What the suggested file is called after the day. */
  name: string
  /** What each column says of a row; the head is made of their names, in their order. */
  cells: Readonly<Record<string, (row: Row) => string>>
  /** Asked when it is known where to: rows some hundred at a time. */
  pages: () => Promise<Iterable<readonly Row[]>> | AsyncIterable<readonly Row[]>
}

/** Saves a list as CSV where a dialog says; null when it was cancelled. Throws FILE_PROBLEM, DISK_FULL. */
export async function exportList<Row>(
  { dialogs, clock, saveFile }: Exporting,
  { title, name, cells, pages }: ExportedList<Row>,
): Promise<{ fileName: string; rows: number } | null> {
  const path = await dialogs.saveFile({
    title,
    suggestedName: `${clock.now().toISOString().slice(0, 10)} ${name}.csv`,
    kinds: [{ name: 'CSV', extensions: ['csv'] }],
  })
  if (path === null) return null
  const columns = Object.keys(cells)
  const rows = await writeCsv(saveFile, path, { columns, pages: cellPages(Object.values(cells), await pages()) })
  return { fileName: basename(path), rows }
}

async function* cellPages<Row>(
  cells: readonly ((row: Row) => string)[],
  pages: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>,
): AsyncGenerator<string[][]> {
  for await (const page of pages) yield page.map((row) => cells.map((cell) => cell(row)))
}
