import { createReadStream } from 'node:fs'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { encodingOf, isNotDecoded, isNoText } from '../textEncoding.ts'

/** About 150 rows: parsed and checked well within the 50 ms for which the window may wait, also on a busy computer. */
const chunkBytes = 16 * 1024

/**
 * A file's text in pieces, without its byte order mark. Throws IMPORT_REJECTED for anything but UTF-8: a wrong guess
 * would change names. FILE_PROBLEM when it cannot be read.
 */
export async function* readText(path: string, signal?: AbortSignal): AsyncGenerator<{ text: string; bytes: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    // A stream without an encoding gives buffers.
    for await (const bytes of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
      if (signal?.aborted === true) throw cancelled()
      if (first && encodingOf(bytes) !== 'utf-8') throw notUtf8('UTF-16')
      if (first && isNoText(bytes)) throw noText()
      first = false
      yield { text: decoder.decode(bytes, { stream: true }), bytes: bytes.length }
    }
    yield { text: decoder.decode(), bytes: 0 }
  } catch (error) {
    throw asAppError(error)
  }
}

function cancelled(): AppError {
  return new AppError('CANCELLED', 'The import was stopped. Nothing was imported.')
}

function noText(): AppError {
  return new AppError(
    'IMPORT_REJECTED',
    'The file is not a text file. Choose a CSV file; a spreadsheet has to be saved as "CSV UTF-8" first.',
  )
}

function notUtf8(what: string): AppError {
  return new AppError(
    'IMPORT_REJECTED',
    `The file is ${what}, not UTF-8. Save it as "CSV UTF-8" in the spreadsheet and import it again.`,
  )
}

function asAppError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error
  if (isNotDecoded(error)) return notUtf8('in another encoding')
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES' || code === 'EPERM' || code === 'EIO')
    return new AppError(
      'FILE_PROBLEM',
      'The CSV file cannot be read. Check its path and permissions.',
      {},
      { cause: error },
    )
  return error
}
