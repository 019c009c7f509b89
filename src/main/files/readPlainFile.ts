import { open } from 'node:fs/promises'
import { readOnlyAtOnce } from './openFlags.ts'

/**
 * Reads a file of a folder that anybody may have filled: a link is not followed (ELOOP), and what is neither link nor
 * regular file is refused (EINVAL). Rejects with the system's error.
 */
export async function readPlainFile(path: string): Promise<Buffer> {
  const handle = await open(path, readOnlyAtOnce)
  try {
    if ((await handle.stat()).isFile()) return await handle.readFile()
    throw Object.assign(new Error('not a regular file'), { code: 'EINVAL' })
  } finally {
    await handle.close()
  }
}
