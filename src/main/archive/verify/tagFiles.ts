import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseBagInfo } from '../bagInfo.ts'
import type { Reading } from './expectations.ts'

/** What bag-info.txt says of the payload. */
export type Oxum = { bytes: number; files: number }

/** Reads bag-info.txt, where there is one, and answers its Payload-Oxum. */
export async function readOxum(reading: Reading): Promise<Oxum | null> {
  // Before 0.96 it had another name.
  const file = ['bag-info.txt', 'package-info.txt'].find((name) => reading.files.has(name))
  if (file === undefined) return null
  const invalid = (message: string): number => reading.problems.push({ code: 'TAG_FILE_INVALID', file, message })
  const text = await readTag(reading, file)
  if (text === null) {
    invalid(`${file} cannot be read in the encoding that bagit.txt names.`)
    return null
  }
  const { info, bad } = parseBagInfo(text)
  for (const line of bad) invalid(`${file} has a line without a label: ${line.slice(0, 200)}`)
  const oxums = info.filter(([label]) => label.toLowerCase() === 'payload-oxum')
  if (oxums.length === 0) return null
  const match = oxums.length > 1 ? null : /^(\d{1,15})\.(\d{1,15})$/.exec(oxums[0]![1])
  if (match !== null) return { bytes: Number(match[1]), files: Number(match[2]) }
  invalid('Payload-Oxum is not one pair of bytes and files.')
  return null
}

/** Paths that fetch.txt says are still to be fetched; Offhook fetches nothing. */
export async function readFetch(reading: Reading): Promise<Set<string>> {
  const text = reading.files.has('fetch.txt') ? await readTag(reading, 'fetch.txt') : null
  const lines = (text ?? '').split(/\r\n|\r|\n/)
  return new Set(lines.flatMap((line) => /^\S+[ \t]+\S+[ \t]+(.+)$/.exec(line)?.[1] ?? []))
}

async function readTag({ bag, declaration }: Reading, file: string): Promise<string | null> {
  try {
    return declaration.decode(await readFile(join(bag, file)))
  } catch {
    return null
  }
}
