import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { toReadError } from '../../../../files/diskErrors.ts'
import { readCsv } from '../../users/csvRows.ts'
import { mapColumns } from './columns.ts'

/** Cells hold transcripts, and sentences with quotes in them. */
export const tolerance = { relaxQuotes: true, longest: 16 * 1024 * 1024 }

/**
 * The CSV of what was chosen: the file, or the one in the folder that names audio, or the only one there. Throws
 * IMPORT_REJECTED when the folder does not tell which, FILE_PROBLEM when it cannot be read.
 */
export async function tableIn(path: string): Promise<string> {
  const tables = await tablesAt(path)
  if (tables === null) return path
  const naming: string[] = []
  for (const table of tables) if (await namesAudio(table)) naming.push(table)
  const found = naming.length === 0 ? tables : naming
  if (found.length === 1) return found[0]!
  throw new AppError(
    'IMPORT_REJECTED',
    found.length === 0
      ? 'There is no CSV file in the folder. Choose the CSV, or import it as a folder of audio.'
      : `The folder has ${found.length} CSV files (${found.map((table) => basename(table)).join(', ')}). Choose the one that is meant.`,
  )
}

/** The CSV files of a folder; null for what is none. Throws FILE_PROBLEM. */
async function tablesAt(path: string): Promise<string[] | null> {
  try {
    if (!(await stat(path)).isDirectory()) return null
    const entries = await readdir(path, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && extname(entry.name).toLowerCase() === '.csv')
      .map(({ name }) => join(path, name))
      .toSorted()
  } catch (cause) {
    throw toReadError(cause, path)
  }
}

/** Whether a column of the file names audio, as far as the headers tell. */
export async function namesAudio(table: string): Promise<boolean> {
  try {
    return mapColumns(await headersOf(table), {}).file !== ''
  } catch {
    return false
  }
}

/** Throws FILE_PROBLEM, and IMPORT_REJECTED when there is no line of headers. */
export async function headersOf(table: string): Promise<string[]> {
  for await (const { rows } of readCsv(table, undefined, tolerance))
    for (const { cells } of rows) return cells.map((header) => header.trim())
  throw new AppError('IMPORT_REJECTED', `${basename(table)} is empty. Its first line names the columns.`)
}
