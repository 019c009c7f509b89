import { parseBagInfo } from '../bagInfo.ts'
import { noteSince10, readTagFile, type Reading } from './reading.ts'

/** What bag-info.txt says of the payload. */
export type Oxum = { bytes: number; files: number; file: string; line: number }

/** Elements that RFC 8493 advises against repeating. */
const once = ['bagging-date', 'bag-size', 'bag-group-identifier', 'bag-count']

/** Reads bag-info.txt, where there is one, and answers its Payload-Oxum. */
export async function readOxum(reading: Reading): Promise<Oxum | null> {
  // Before 0.96 it had another name.
  const file = ['bag-info.txt', 'package-info.txt'].find((name) => reading.files.has(name))
  if (file === undefined) return null
  const text = await readTagFile(reading, file)
  if (text === null) return null
  const { info, lines, bad, loose } = parseBagInfo(text)
  const invalid = (line: number, what: string) =>
    ({ code: 'TAG_FILE_INVALID', file, line, message: `Line ${line} of ${file} ${what}.` }) as const
  for (const line of bad) reading.problems.push(invalid(line, 'has no label and colon'))
  for (const line of loose)
    noteSince10(reading, invalid(line, 'is not a label, a colon, one space or tab, and a text'), 'LOOSE_FORM')
  for (const label of once) {
    const again = positions(info, label)[1]
    if (again === undefined) continue
    const line = lines[again]!
    const message = `Line ${line} of ${file} repeats ${info[again]![0]}.`
    reading.warnings.push({ code: 'LOOSE_FORM', file, line, message })
  }
  const [first, second] = positions(info, 'payload-oxum')
  if (first === undefined) return null
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(info[first]![1].trim())
  if (second === undefined && match !== null)
    return { bytes: Number(match[1]), files: Number(match[2]), file, line: lines[first]! }
  const line = lines[second ?? first]!
  reading.problems.push(invalid(line, second === undefined ? 'is not BYTES.FILES' : 'repeats Payload-Oxum'))
  return null
}

function positions(info: readonly (readonly [string, string])[], label: string): number[] {
  return info.flatMap(([name], index) => (name.toLowerCase() === label ? [index] : []))
}
