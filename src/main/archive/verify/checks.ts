import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BagProblem } from '../../../shared/archives/model.ts'
import { systemCode } from '../../files/diskErrors.ts'
import { hashFile } from '../../files/hashFile.ts'
import type { ReadBuffers } from '../../files/readBuffers.ts'
import type { BagManifest, Reading } from './expectations.ts'
import { readFetch } from './tagFiles.ts'

/** A file on disk and every hash that a manifest expects of it. */
export type Check = { path: string; expected: readonly { manifest: BagManifest; hash: string }[] }

/**
 * Every file on disk that is payload or named by a manifest, with what is expected of it; notes what is missing and what
 * is not listed. Names are compared as they are and, failing that, in composed form, because file systems and tools
 * spell accents differently.
 */
export async function planChecks(reading: Reading, manifests: readonly BagManifest[]): Promise<Check[]> {
  const { files, problems } = reading
  const fetched = await readFetch(reading)
  const composed = new Map([...files].map((path) => [path.normalize('NFC'), path]))
  const expected = new Map<string, { manifest: BagManifest; hash: string }[]>()
  for (const manifest of manifests) {
    for (const [listed, hash] of manifest.entries) {
      const path = files.has(listed) ? listed : composed.get(listed.normalize('NFC'))
      if (path === undefined) problems.push(missing(listed, manifest, fetched))
      else expected.set(path, [...(expected.get(path) ?? []), { manifest, hash }])
    }
  }
  const payload = [...files].filter((path) => path.startsWith('data/'))
  const checks = [...new Set([...payload, ...expected.keys()])].map((path) => ({
    path,
    expected: expected.get(path) ?? [],
  }))
  for (const check of checks) if (check.path.startsWith('data/')) noteUnlisted(reading, manifests, check)
  return checks
}

function missing(file: string, manifest: BagManifest, fetched: ReadonlySet<string>): BagProblem {
  const what = fetched.has(file) ? 'is still to be fetched' : `is in ${manifest.file} but not in the bag`
  return { code: 'FILE_MISSING', file, message: `${file} ${what}.` }
}

/** Up to 0.97 one manifest was enough; RFC 8493 wants each file in all of them. */
function noteUnlisted(
  { declaration, problems }: Reading,
  manifests: readonly BagManifest[],
  { path, expected }: Check,
): void {
  const listedIn = new Set(expected.map(({ manifest }) => manifest))
  const absent = manifests.filter((manifest) => manifest.payload && !listedIn.has(manifest))
  const enough = declaration.version === '1.0' ? absent.length === 0 : [...listedIn].some(({ payload }) => payload)
  if (enough || absent[0] === undefined) return
  problems.push({ code: 'FILE_NOT_LISTED', file: path, message: `${path} is in the bag but not in ${absent[0].file}.` })
}

/** Reads one file and compares it. Answers how many bytes it has. */
export async function checkFile(
  { bag, problems }: Reading,
  { path, expected }: Check,
  options: { signal: AbortSignal; buffers: ReadBuffers },
): Promise<number> {
  try {
    if (expected.length === 0) return (await lstat(join(bag, path))).size
    const algorithms = expected.map(({ manifest }) => manifest.algorithm)
    const { bytes, hashes } = await hashFile(join(bag, path), algorithms, () => null, options)
    const wrong = expected.find(({ hash }, index) => hash !== hashes[index])
    if (wrong !== undefined) {
      problems.push({ code: 'FILE_CHANGED', file: path, message: `${path} is not what ${wrong.manifest.file} says.` })
    }
    return bytes
  } catch (error) {
    const code = systemCode(error)
    if (code === null || options.signal.aborted) throw error
    problems.push({ code: 'FILE_UNREADABLE', file: path, message: `${path} cannot be read (${code}).` })
    return 0
  }
}
