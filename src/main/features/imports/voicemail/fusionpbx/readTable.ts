import { CsvError, Parser } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { isNotDecoded, type TextEncoding } from '../../textEncoding.ts'
import { detectDelimiter } from '../../users/delimiter.ts'
import { headerOf } from './header.ts'

/** A row of a table that was exported as CSV; a column that is not there is ''. */
export type TableRow = { get(column: string): string }

/** An hour of audio in base64 and more. */
const maximalRowBytes = 256 * 1024 * 1024

/**
 * The rows of a table, one after the other, however large a cell is. Throws IMPORT_REJECTED where the file is damaged,
 * after all rows before that, or is in another encoding: then with `encoding` in its details. FILE_PROBLEM when it cannot be
 * read.
 */
export async function* readTable(path: string): AsyncGenerator<TableRow> {
  const { text, columns: names, encoding } = headerOf(path)
  const decoder = new TextDecoder(encoding, { fatal: true })
  const columns = new Map(names.map((name, index) => [name, index]))
  const parser = startParser(detectDelimiter(text))
  try {
    // A stream without an encoding gives buffers.
    for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
      for (const cells of await parser.take(decoder.decode(bytes, { stream: true })))
        yield { get: (column) => cells[columns.get(column) ?? -1] ?? '' }
      parser.throwDamage()
    }
    decoder.decode()
    for (const cells of await parser.end()) yield { get: (column) => cells[columns.get(column) ?? -1] ?? '' }
    parser.throwDamage()
  } catch (error) {
    throw isNotDecoded(error) ? notDecoded(path, encoding) : asAppError(error)
  }
}

/** Gives the rows that are whole so far; the parser as a stream would drop those before damage. */
function startParser(delimiter: string) {
  const rows: string[][] = []
  let damage: Error | null = null
  const parser = new Parser({
    delimiter,
    from: 2,
    relax_column_count: true,
    max_record_size: maximalRowBytes,
    on_record: (cells: string[]) => {
      rows.push(cells)
      return null
    },
  })
  parser.on('error', (error) => (damage ??= error)).resume()
  return {
    take: async (piece: string): Promise<string[][]> => {
      await new Promise<void>((resolve) => parser.write(piece, () => resolve()))
      return rows.splice(0)
    },
    end: async (): Promise<string[][]> => {
      await new Promise<void>((resolve) => parser.once('close', resolve).end())
      return rows.splice(0)
    },
    throwDamage: (): void => {
      if (damage !== null) throw damage
    },
  }
}

/** A wrong guess would change names, and a message that is here is not imported again with the right ones. */
function notDecoded(path: string, encoding: TextEncoding): AppError {
  const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16'
  return new AppError(
    'IMPORT_REJECTED',
    `${basename(path)} is not whole ${name}: a name in it cannot be read. Export the table again in UTF-8.`,
    { encoding },
  )
}

function asAppError(cause: unknown): unknown {
  if (cause instanceof CsvError)
    return new AppError(
      'IMPORT_REJECTED',
      `The table is damaged in line ${String(cause['lines'])}: what follows was not read. Export it again.`,
      {},
      { cause },
    )
  if (cause instanceof Error && 'code' in cause)
    return new AppError('FILE_PROBLEM', 'The table cannot be read. Check its permissions.', {}, { cause })
  return cause
}
