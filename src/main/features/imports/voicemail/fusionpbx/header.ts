import { parse } from 'csv-parse/sync'
import { closeSync, openSync, readSync } from 'node:fs'
import { encodingOf, type TextEncoding } from '../../textEncoding.ts'
import { detectDelimiter } from '../../users/delimiter.ts'

const longest = 64 * 1024

/** The first line of a CSV file. columns: the names in it, in lower case; none when it has none or cannot be read. */
export function headerOf(path: string): { text: string; columns: string[]; encoding: TextEncoding } {
  const bytes = firstBytes(path)
  const encoding = encodingOf(bytes)
  const line = /^[^\r\n]*/.exec(new TextDecoder(encoding).decode(bytes))?.[0] ?? ''
  try {
    const [names = []] = parse(line, { delimiter: detectDelimiter(line), relax_quotes: true })
    return { text: line, columns: names.map((name) => name.trim().toLowerCase()), encoding }
  } catch {
    return { text: line, columns: [], encoding }
  }
}

function firstBytes(path: string): Buffer {
  try {
    const fd = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(longest)
      return bytes.subarray(0, readSync(fd, bytes, 0, longest, 0))
    } finally {
      closeSync(fd)
    }
  } catch {
    return Buffer.alloc(0)
  }
}
