import { existsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder } from '../../files/flushFolder.ts'

/** A mark in the data folder that a demo company is being made: it outlives a kill, so the next start knows. */
export function unfinishedMark(dataFolder: string) {
  const path = join(dataFolder, 'demo.unfinished')
  return {
    isSet: (): boolean => existsSync(path),
    set: async (): Promise<void> => {
      const handle = await open(path, 'w')
      try {
        await handle.sync()
      } finally {
        await handle.close()
      }
      await flushFolder(dirname(path))
    },
    clear: (): Promise<void> => rm(path, { force: true }),
  }
}
