import { join } from 'node:path'
import { writeWhole, type Chunks } from '../files/writeWhole.ts'

/** A file of the bag, by its path from the root with forward slashes. */
export type BagFile = { path: string; sha256: string; bytes: number }

/** Writes a file of the bag whole, flushed and read back, as writeWhole does. */
export async function writeBagFile(bag: string, path: string, chunks: Chunks, signal?: AbortSignal): Promise<BagFile> {
  return { path, ...(await writeWhole(join(bag, path), chunks, { name: path, signal })) }
}
