import { join } from 'node:path'
import { compareSides, type ArchiveComparison } from '../../../shared/archives/comparison.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { hashesByPath } from '../../archive/manifest.ts'
import { readMessagesOf, requireBag } from '../../archive/readBag.ts'
import { readPlainFile } from '../../files/readPlainFile.ts'

const algorithms = ['sha512', 'sha384', 'sha256', 'sha224', 'sha1', 'md5'] as const

/**
 * What has the second bag that the first has not, by what their manifests say; whether the files are so is for verifying.
 * Throws NOT_FOUND and ARCHIVE_INVALID.
 */
export async function compareBags(first: string, second: string): Promise<Omit<ArchiveComparison, 'first' | 'second'>> {
  const bags = [await requireBag(first), await requireBag(second)] as const
  for (const algorithm of algorithms) {
    const files = await Promise.all(bags.map((bag) => manifestOf(bag, algorithm)))
    if (files[0] == null || files[1] == null) continue
    const [mine, other] = await Promise.all(bags.map(readMessagesOf))
    return {
      algorithm,
      ...compareSides({ files: files[0], messages: mine! }, { files: files[1], messages: other! }),
    }
  }
  throw new AppError(
    'ARCHIVE_INVALID',
    'The two archives have no kind of manifest in common, so they cannot be compared. Verify each of them instead.',
  )
}

async function manifestOf(bag: string, algorithm: string): Promise<ReadonlyMap<string, string> | null> {
  const bytes = await readPlainFile(join(bag, `manifest-${algorithm}.txt`)).catch(() => null)
  return bytes === null ? null : hashesByPath(bytes.toString('utf8'))
}
