import { CsvError, Parser } from 'csv-parse'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { readText } from './csvText.ts'
import { detectDelimiter, type Delimiter } from './delimiter.ts'

/** line is where the row begins in the file, counted from 1, also behind quoted line breaks. */
export type CsvRow = { line: number; cells: readonly string[] }
export type CsvBatch = { rows: readonly CsvRow[]; bytes: number }

/** A quote within a cell that has none at its beginning may stand for itself; longest: characters of a row. */
export type CsvTolerance = { relaxQuotes: boolean; longest: number }
const strict: CsvTolerance = { relaxQuotes: false, longest: 128_000 }

/**
 * The rows of a CSV file, the header among them, in batches small enough for main's event loop. Rows are arrays: a
 * header never becomes a key. Throws IMPORT_REJECTED where the quotes do not match.
 */
export async function* readCsv(
  path: string,
  signal?: AbortSignal,
  tolerance: CsvTolerance = strict,
): AsyncGenerator<CsvBatch> {
  let parse: ReturnType<typeof createRowParser> | null = null
  for await (const { text, bytes } of readText(path, signal)) {
    if (parse === null && text.trim() === '') continue
    parse ??= createRowParser(detectDelimiter(text), tolerance)
    yield { rows: await parse.push(text), bytes }
    await nextTurn()
  }
  if (parse !== null) yield { rows: await parse.end(), bytes: 0 }
}

function createRowParser(delimiter: Delimiter, { relaxQuotes, longest }: CsvTolerance) {
  const waiting: string[][] = []
  let line = 1
  const parser = new Parser({
    delimiter,
    relax_column_count: true,
    relax_quotes: relaxQuotes,
    max_record_size: longest,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (cells: string[]) => {
      waiting.push(cells)
      return null
    },
  })
  parser.resume()
  let broken: unknown = null
  parser.on('error', (error) => {
    broken = error
  })
  const drain = (): CsvRow[] =>
    waiting.splice(0).flatMap((cells) => {
      const row = { line, cells }
      line += 1 + cells.reduce((sum, cell) => sum + lineBreaks(cell), 0)
      return cells.every((cell) => cell.trim() === '') ? [] : [row]
    })
  const settle = (): CsvRow[] => {
    const rows = drain()
    if (broken !== null) throw unreadable(broken, line, longest)
    return rows
  }
  return {
    push: async (text: string): Promise<CsvRow[]> => {
      await new Promise<void>((resolve) => parser.write(text, () => resolve()))
      return settle()
    },
    end: async (): Promise<CsvRow[]> => {
      await new Promise<void>((resolve) => {
        parser.once('close', resolve)
        parser.end()
      })
      return settle()
    },
  }
}

// The parser's own count takes a quoted CRLF for two lines.
function lineBreaks(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0
}

function unreadable(error: unknown, line: number, longest: number): AppError {
  const reason =
    error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE'
      ? `is longer than ${longest.toLocaleString('en-US')} characters; a quote may be missing`
      : 'has quotes that do not match'
  return new AppError(
    'IMPORT_REJECTED',
    `The row that begins in line ${line} ${reason}. Correct it and import the file again.`,
    {
      line,
    },
    { cause: error },
  )
}
