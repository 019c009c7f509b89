import { parse } from 'csv-parse/sync'
import { closeSync, openSync, readSync } from 'node:fs'
import { detectDelimiter } from '../../users/delimiter.ts'

const longest = 64 * 1024

/** The names in the first line of a CSV file, in lower case; none when it has none or cannot be read. */
export function headerOf(path: string): { text: string; columns: string[] } {
  const line = /^\uFEFF?([^\r\n]*)/.exec(firstBytes(path))?.[1] ?? ''
  try {
    const [names = []] = parse(line, { delimiter: detectDelimiter(line), relax_quotes: true })
    return { text: line, columns: names.map((name) => name.trim().toLowerCase()) }
  } catch {
    return { text: line, columns: [] }
  }
}

function firstBytes(path: string): string {
  try {
    const fd = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(longest)
      return bytes.toString('utf8', 0, readSync(fd, bytes, 0, longest, 0))
    } finally {
      closeSync(fd)
    }
  } catch {
    return ''
  }
}
