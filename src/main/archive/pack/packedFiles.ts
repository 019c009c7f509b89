import { lstat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { HashAlgorithm } from '../../files/hashFile.ts'
import { planChecks } from '../verify/checks.ts'
import { readManifests } from '../verify/expectations.ts'
import { openBag } from '../verify/openBag.ts'

/** A file of a bag, by its path with forward slashes. expected: the hash that a manifest has for it. */
export type PackedFile = {
  path: string
  bytes: number
  expected: { algorithm: HashAlgorithm; hash: string } | null
}

/** Every file of a bag in the order of their names, the same on every system. Throws ARCHIVE_INVALID when it is no bag. */
export async function packedFiles(bag: string): Promise<PackedFile[]> {
  const reading = await openBag(bag)
  if ('code' in reading) throw new AppError('ARCHIVE_INVALID', reading.message)
  const checks = planChecks(reading, await readManifests(reading), new Set())
  const expectations = new Map(checks.map(({ path, expected }) => [path, expected[0]]))
  const files: PackedFile[] = []
  for (const path of [...reading.files].toSorted((a, b) => (a < b ? -1 : 1))) {
    const expected = expectations.get(path)
    const { size } = await lstat(join(bag, path))
    const known = expected === undefined ? null : { algorithm: expected.manifest.algorithm, hash: expected.hash }
    files.push({ path, bytes: size, expected: known })
  }
  return files
}

/** The bytes of a file as they are read; rejects at its end when they are not what the manifest has. */
export function changedMeanwhile(bag: string, path: string): AppError {
  return new AppError(
    'ARCHIVE_INVALID',
    `${path} in ${basename(bag)} was changed while it was read. Nothing was written. Verify the archive, then try again.`,
    { file: path },
  )
}
