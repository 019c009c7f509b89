import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { whyUnreadable } from '../../files/brokenName.ts'
import { systemCode } from '../../files/diskErrors.ts'
import { hashFile } from '../../files/hashFile.ts'
import type { ReadBuffers } from '../../files/readBuffers.ts'
import type { BagManifest, Entry } from './expectations.ts'
import { isStrict, type Reading } from './reading.ts'

type Expected = Entry & { manifest: BagManifest }

/** A file on disk and every hash that a manifest expects of it. */
export type Check = { path: string; expected: readonly Expected[] }

/**
 * Every file on disk that is payload or named by a manifest, with what is expected of it; notes what is missing and what
 * is not listed. Names are compared as they are and, failing that, in composed form, because file systems and tools
 * spell accents differently.
 */
export function planChecks(reading: Reading, manifests: readonly BagManifest[], fetched: ReadonlySet<string>): Check[] {
  const composed = new Map([...reading.files].map((path) => [path.normalize('NFC'), path]))
  const expected = new Map<string, Expected[]>()
  for (const manifest of manifests) {
    for (const [listed, entry] of manifest.entries) {
      const path = reading.files.has(listed) ? listed : composed.get(listed.normalize('NFC'))
      if (path === undefined) noteMissing(reading, listed, { ...entry, manifest }, fetched)
      else {
        if (path !== listed) noteSpelling(reading, path, { ...entry, manifest }, expected.get(path))
        expected.set(path, [...(expected.get(path) ?? []), { ...entry, manifest }])
      }
    }
  }
  const payload = [...reading.files].filter((path) => path.startsWith('data/'))
  const ofPayload = manifests.filter((manifest) => manifest.payload).map(({ file }) => file)
  const paths = new Set([...payload, ...ofPayload, ...expected.keys()])
  const checks = [...paths].map((path) => ({ path, expected: expected.get(path) ?? [] }))
  for (const check of checks) noteUnlisted(reading, manifests, check)
  return checks
}

function noteMissing(
  { problems, unread }: Reading,
  file: string,
  { line, manifest }: Expected,
  fetched: ReadonlySet<string>,
): void {
  if (unread.some(({ path }) => file.startsWith(`${path}/`))) {
    const message = `${file} is in ${manifest.file} (line ${line}) and cannot be looked for: its folder cannot be read.`
    problems.push({ code: 'FILE_UNREADABLE', file, line, message })
    return
  }
  const what = `is in ${manifest.file} (line ${line}) but ${fetched.has(file) ? 'still to be fetched' : 'not in the bag'}`
  problems.push({ code: 'FILE_MISSING', file, line, message: `${file} ${what}.` })
}

/** The same file under two spellings in one manifest is named twice. */
function noteSpelling(
  reading: Reading,
  file: string,
  { line, manifest }: Expected,
  known: readonly Expected[] = [],
): void {
  const before = known.find((one) => one.manifest === manifest)
  const at = `Line ${line} of ${manifest.file}`
  if (before !== undefined && isStrict(reading)) {
    const message = `${at} names ${file} again in another spelling, after line ${before.line}.`
    reading.problems.push({ code: 'MANIFEST_INVALID', file: manifest.file, line, message })
    return
  }
  const message = `${at} spells the accents of ${file} in another way than the disk.`
  reading.warnings.push({ code: 'OTHER_SPELLING', file: manifest.file, line, message })
}

/**
 * Up to 0.97 one manifest was enough; RFC 8493 wants each payload file in all payload manifests, and each of these in
 * all tag manifests.
 */
function noteUnlisted(reading: Reading, manifests: readonly BagManifest[], { path, expected }: Check): void {
  const listedIn = new Set(expected.map(({ manifest }) => manifest))
  const lacks = (payload: boolean) => manifests.find((one) => one.payload === payload && !listedIn.has(one))
  const isPayload = path.startsWith('data/')
  const absent = isPayload || manifests.some((one) => one.payload && one.file === path) ? lacks(isPayload) : undefined
  const enough = isStrict(reading) ? absent === undefined : !isPayload || listedIn.size > 0
  if (enough || absent === undefined) return
  const message = `${path} is in the bag but not in ${absent.file}.`
  reading.problems.push({ code: 'FILE_NOT_LISTED', file: path, message })
}

/** Reads one file and compares it. Answers how many bytes it has, and whether nothing was found wrong with it. */
export async function checkFile(
  { bag, problems }: Reading,
  { path, expected }: Check,
  options: { signal: AbortSignal; buffers: ReadBuffers },
): Promise<{ bytes: number; right: boolean }> {
  try {
    if (expected.length === 0) return { bytes: (await lstat(join(bag, path))).size, right: true }
    const algorithms = expected.map(({ manifest }) => manifest.algorithm)
    const { bytes, hashes } = await hashFile(join(bag, path), algorithms, () => null, options)
    const wrong = expected.filter(({ hash }, index) => hash !== hashes[index])
    const right = expected.filter(({ hash }, index) => hash === hashes[index])
    if (wrong.length > 0) {
      const but = right.length === 0 ? '' : `, though it is what ${places(right)} says`
      const both = wrong.some(({ manifest }) => !manifest.payload)
        ? ': that line may be what was changed, or the file'
        : ''
      const message = `${path} is not what ${places(wrong)} says${but}${both}.`
      problems.push({ code: 'FILE_CHANGED', file: path, line: wrong[0]!.line, message })
    }
    return { bytes, right: wrong.length === 0 }
  } catch (error) {
    const code = systemCode(error)
    if (code === null || options.signal.aborted) throw error
    const why = whyUnreadable(path, code)
    problems.push({ code: 'FILE_UNREADABLE', file: path, message: `${path} cannot be read (${why}).` })
    return { bytes: 0, right: false }
  }
}

function places(expected: readonly Expected[]): string {
  return expected.map(({ line, manifest }) => `line ${line} of ${manifest.file}`).join(' and ')
}
