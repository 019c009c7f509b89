import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { notesName } from '../../../archive/notesFile.ts'
import { listName } from '../../../archive/readBag.ts'

const tagFile = /^(?:bagit\.txt|bag-info\.txt|(?:tag)?manifest-\w+\.txt)$/

/**
 * Sizes and times of the files that say what is in a bag: as long as they stay, it need not be read again. It saves
 * reading and proves nothing; for proof a bag is verified. Rejects with the system's error.
 */
export async function signatureOf(bag: string): Promise<string> {
  const names = (await readdir(bag)).filter((name) => tagFile.test(name) || name === notesName)
  const parts = await Promise.all([...names.toSorted(), listName].map((name) => partOf(bag, name)))
  return parts.join(' ')
}

async function partOf(bag: string, name: string): Promise<string> {
  const stats = await lstat(join(bag, name)).catch(() => null)
  return stats === null ? `${name} -` : `${name} ${stats.size} ${Math.round(stats.mtimeMs)}`
}
