import { readdir } from 'node:fs/promises'

/**
 * Whether a folder says that it is a bag. Asked before anything below it is looked at: a home folder or a whole disk that
 * was named by mistake is answered at once. Rejects with the system's error when the folder cannot be read.
 */
export async function holdsBag(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.some((entry) => entry.name === 'bagit.txt' && entry.isFile())
}
