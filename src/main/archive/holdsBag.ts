import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'

const manifest = /^(?:tag)?manifest-[^/]+\.txt$/

/** whole: a folder that says that it is a bag. broken: one with the payload and a manifest of a bag, and no bagit.txt. */
export type BagSign = 'whole' | 'broken' | null

export function bagSignOf(entries: readonly Dirent[]): BagSign {
  if (entries.some((entry) => entry.name === 'bagit.txt' && entry.isFile())) return 'whole'
  const hasPayload = entries.some((entry) => entry.name === 'data' && entry.isDirectory())
  return hasPayload && entries.some((entry) => manifest.test(entry.name) && entry.isFile()) ? 'broken' : null
}

/**
 * What a folder says that it is. Asked before anything below it is looked at: a home folder or a whole disk that was named
 * by mistake is answered at once. Rejects with the system's error when the folder cannot be read.
 */
async function readBagSign(folder: string): Promise<BagSign> {
  return bagSignOf(await readdir(folder, { withFileTypes: true }))
}

export async function holdsBag(folder: string): Promise<boolean> {
  return (await readBagSign(folder)) === 'whole'
}

/** Whether a bag, or what is left of it, lies there. */
export async function isBagThere(folder: string): Promise<boolean> {
  return (await readBagSign(folder).catch(() => null)) !== null
}
