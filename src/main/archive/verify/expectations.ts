import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BagProblem } from '../../../shared/archives/model.ts'
import type { HashAlgorithm } from '../../files/hashFile.ts'
import { parseManifest } from '../manifest.ts'
import type { Declaration } from './declaration.ts'

/** One manifest of a bag. payload: it is about data/, else about tag files. */
export type BagManifest = {
  file: string
  payload: boolean
  algorithm: HashAlgorithm
  entries: ReadonlyMap<string, string>
}

/** What is being read, and where trouble is noted. */
export type Reading = {
  bag: string
  files: ReadonlySet<string>
  declaration: Declaration
  problems: BagProblem[]
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
    const algorithm = match[2]!.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    if (!isKnown(algorithm)) {
      const message = `The algorithm ${match[2]!} of ${file} is not known.`
      problems.push({ code: 'MANIFEST_INVALID', file, message })
      continue
    }
    const payload = match[1] === undefined
    manifests.push({ file, payload, algorithm, entries: await readEntries(reading, file, algorithm, payload) })
  }
  if (!manifests.some(({ payload }) => payload)) {
    const message = 'The bag has no manifest of its payload.'
    problems.push({ code: 'MANIFEST_MISSING', file: 'manifest-sha256.txt', message })
  }
  return manifests
}

async function readEntries(
  { bag, declaration, problems }: Reading,
  file: string,
  algorithm: HashAlgorithm,
  payload: boolean,
): Promise<ReadonlyMap<string, string>> {
  const invalid = (message: string): number => problems.push({ code: 'MANIFEST_INVALID', file, message })
  let text: string
  try {
    text = declaration.decode(await readFile(join(bag, file)))
  } catch {
    invalid(`${file} cannot be read in the encoding that bagit.txt names.`)
    return new Map()
  }
  const { entries, bad } = parseManifest(text)
  for (const line of bad) invalid(`${file} has a line that is not a hash and a new path: ${line.slice(0, 200)}`)
  for (const [path, hash] of entries) {
    if (leadsOut(path) || (payload && !path.startsWith('data/'))) {
      const message = `${file} names ${path}, which lies outside ${payload ? 'data/' : 'the bag'}. It was not read.`
      problems.push({ code: 'PATH_ESCAPES', file: path, message })
      entries.delete(path)
    } else if (hash.length !== hexLengths[algorithm]) {
      invalid(`${file} has a hash for ${path} that is not ${algorithm}.`)
      entries.delete(path)
    }
  }
  return entries
}

function leadsOut(path: string): boolean {
  return /^[/\\~]|^[A-Za-z]:/.test(path) || path.split(/[/\\]/).includes('..')
}

function isKnown(algorithm: string): algorithm is HashAlgorithm {
  return Object.hasOwn(hexLengths, algorithm)
}
