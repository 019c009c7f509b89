import { open } from 'node:fs/promises'

/** Makes the names in a folder survive a power cut. Windows cannot, and does not need it after a flush of the files. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
