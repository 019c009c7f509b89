import type { HashAlgorithm } from '../../files/hashFile.ts'
import { parseManifest, type HexCase, type ManifestLine } from '../manifest.ts'
import { leadsOut, listedPath } from './paths.ts'
import { isStrict, noteSince10, readTagFile, type Reading } from './reading.ts'

export type Entry = { hash: string; line: number }

/** One manifest of a bag. payload: it is about data/, else about tag files. */
export type BagManifest = {
  file: string
  payload: boolean
  algorithm: HashAlgorithm
  entries: ReadonlyMap<string, Entry>
}

const hexLengths: Readonly<Record<HashAlgorithm, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
}

/** Reads all manifests among the files of a bag. Entries that lead out of the bag are noted and left out. */
export async function readManifests(reading: Reading): Promise<BagManifest[]> {
  const { files, problems } = reading
  const manifests: BagManifest[] = []
  for (const file of [...files].toSorted()) {
    const match = /^(tag)?manifest-([^/]+)\.txt$/.exec(file)
    if (match === null) continue
    const algorithm = algorithmOf(reading, file, match[2]!)
    if (algorithm === null) continue
    const payload = match[1] === undefined
    manifests.push({ file, payload, algorithm, entries: await readEntries(reading, { file, algorithm, payload }) })
  }
  if (!manifests.some(({ payload }) => payload)) {
    const message = 'The bag has no manifest of its payload.'
    problems.push({ code: 'MANIFEST_MISSING', file: 'manifest-sha256.txt', message })
  }
  return manifests
}

function algorithmOf(reading: Reading, file: string, name: string): HashAlgorithm | null {
  const algorithm = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  if (!isKnown(algorithm)) {
    reading.problems.push({
      code: 'MANIFEST_INVALID',
      file,
      message: `The algorithm ${name} of ${file} is not known. Known: ${Object.keys(hexLengths).join(', ')}.`,
    })
    return null
  }
  if (algorithm !== name) {
    const message = `${file} does not name its algorithm as ${algorithm}.`
    noteSince10(reading, { code: 'MANIFEST_INVALID', file, message }, 'LOOSE_FORM')
  }
  return algorithm
}

type Head = Omit<BagManifest, 'entries'>

async function readEntries(reading: Reading, head: Head): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  const { file } = head
  const { lines, bad } = parseManifest((await readTagFile(reading, file)) ?? '')
  const invalid = (line: number, message: string): void =>
    void reading.problems.push({ code: 'MANIFEST_INVALID', file, line, message })
  for (const line of bad) invalid(line, `Line ${line} of ${file} is not a hash, white space and a path.`)
  for (const { line, hexCase } of strayCases(lines))
    invalid(
      line,
      `Line ${line} of ${file} ${hexCase === 'mixed' ? 'has a hash in upper and lower case' : 'has its hash in another case than the other lines'}: it was changed.`,
    )
  const forms = { asterisk: 0, dotSlash: 0, unencoded: 0 }
  for (const one of lines) {
    const { path, ...form } = listedPath(reading, one.written)
    for (const name of ['asterisk', 'dotSlash', 'unencoded'] as const) if (form[name]) forms[name] ||= one.line
    const refusal = refusalOf(reading, head, path, one)
    if (refusal !== null) reading.problems.push(refusal)
    else if (one.hash.length !== hexLengths[head.algorithm])
      invalid(one.line, `Line ${one.line} of ${file} has a hash for ${path} that is not ${head.algorithm}.`)
    else if (entries.has(path)) {
      invalid(one.line, `Line ${one.line} of ${file} names ${path} again, after line ${entries.get(path)!.line}.`)
    } else entries.set(path, { hash: one.hash, line: one.line })
  }
  warnOfForms(reading, file, forms)
  return entries
}

/**
 * Lines whose hash is not in the case of the manifest, which may be either (RFC 8493, section 2.1.3): no tool mixes them,
 * and one bit lies between a letter and its capital.
 */
function strayCases(lines: readonly ManifestLine[]): ManifestLine[] {
  const count = (wanted: HexCase): number => lines.filter(({ hexCase }) => hexCase === wanted).length
  const usual = count('upper') > count('lower') ? 'upper' : 'lower'
  return lines.filter(({ hexCase }) => hexCase !== 'none' && hexCase !== usual)
}

/** What makes a path one that must not be looked at, or null. */
function refusalOf(reading: Reading, { file, payload }: Head, path: string, { line }: ManifestLine) {
  const at = `Line ${line} of ${file}`
  // A file that really is there under such a name is inside; nothing outside is ever among the files.
  const outside = leadsOut(path) && !reading.files.has(path)
  if (outside || (payload && !path.startsWith('data/'))) {
    const message = `${at} names ${path}, which lies outside ${payload ? 'data/' : 'the bag'}. It was not read.`
    return { code: 'PATH_ESCAPES', file: path, line, message } as const
  }
  const wrong = payload
    ? null
    : path.startsWith('data/')
      ? 'a payload file, which belongs into a payload manifest'
      : /^tagmanifest-[^/]+\.txt$/.test(path)
        ? 'a tag manifest, which no tag manifest may list'
        : null
  if (wrong !== null)
    return { code: 'MANIFEST_INVALID', file, line, message: `${at} names ${path}, ${wrong}.` } as const
  if (!reading.folders.has(path)) return null
  return { code: 'MANIFEST_INVALID', file, line, message: `${at} names ${path}, which is a folder.` } as const
}

function warnOfForms(
  reading: Reading,
  file: string,
  { asterisk, dotSlash, unencoded }: Record<'asterisk' | 'dotSlash' | 'unencoded', number>,
): void {
  const loose = (line: number, what: string): void => {
    if (line > 0) reading.warnings.push({ code: 'LOOSE_FORM', file, line, message: `Line ${line} of ${file} ${what}.` })
  }
  loose(asterisk, 'has an asterisk before the path, as md5sum writes it')
  loose(dotSlash, 'has ./ before the path')
  if (isStrict(reading)) loose(unencoded, 'has a percent sign that is not encoded as %25')
}

function isKnown(algorithm: string): algorithm is HashAlgorithm {
  return Object.hasOwn(hexLengths, algorithm)
}
