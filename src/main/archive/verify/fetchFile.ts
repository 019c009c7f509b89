import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BagManifest } from './expectations.ts'
import { leadsOut, listedPath } from './paths.ts'
import { noteSince10, readTagFile, type Reading } from './reading.ts'

/** Checks fetch.txt and answers the paths that are still to be fetched. Offhook fetches nothing. */
export async function readFetch(reading: Reading, manifests: readonly BagManifest[]): Promise<Set<string>> {
  const file = 'fetch.txt'
  const listed = new Map<string, number>()
  const text = reading.files.has(file) ? await readTagFile(reading, file) : null
  for (const [index, content] of (text ?? '').split(/\r\n|\r|\n/).entries()) {
    if (content.trim() === '') continue
    const line = index + 1
    const invalid = (what: string) =>
      ({ code: 'FETCH_INVALID', file, line, message: `Line ${line} of ${file} ${what}.` }) as const
    const match = /^([A-Za-z][A-Za-z0-9+.-]*:\S+)[ \t]+(\d+|-)[ \t]+(.+)$/s.exec(content)
    if (match === null) {
      reading.problems.push(invalid('is not an absolute address, a length or -, and a path'))
      continue
    }
    const { path } = listedPath(reading, match[3]!)
    const message = `Line ${line} of ${file} names ${path}, which lies outside the bag.`
    if (leadsOut(path)) reading.problems.push({ code: 'PATH_ESCAPES', file: path, line, message })
    else if (!path.startsWith('data/')) noteSince10(reading, invalid(`names ${path}, no payload file`), 'LOOSE_FORM')
    else if (manifests.some(({ payload, entries }) => payload && !entries.has(path)))
      noteSince10(reading, invalid(`names ${path}, which not every payload manifest lists`), 'LOOSE_FORM')
    const loose = await looseFormOf(reading, { path, length: match[2]!, before: listed.get(path) })
    if (loose !== null) reading.warnings.push({ ...invalid(loose), code: 'LOOSE_FORM' })
    if (!listed.has(path)) listed.set(path, line)
  }
  return new Set(listed.keys())
}

type Listed = { path: string; length: string; before: number | undefined }

/** What a line says that cannot be right, though the bag may be whole without it. */
async function looseFormOf(reading: Reading, { path, length, before }: Listed): Promise<string | null> {
  if (before !== undefined) return `names ${path} again, after line ${before}`
  if (length === '-' || !reading.files.has(path)) return null
  const stats = await lstat(join(reading.bag, path)).catch(() => null)
  if (stats === null || stats.size === Number(length)) return null
  return `has the length ${length} for ${path}, which has ${stats.size} bytes`
}
