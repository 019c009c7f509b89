import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Journal, journalsOf } from './journal.ts'

export type TemporaryFolder = { path: string; remove(): Promise<void> }

/**
 * A folder for what one piece of work needs and nobody else may keep: after a kill it goes with the next start. Rejects with
 * the system's error when the data folder cannot be written.
 */
export async function makeTemporaryFolder(dataFolder: string): Promise<TemporaryFolder> {
  const journal = await Journal.begin(dataFolder)
  const path = resolve(join(journalsOf(dataFolder).folder, `${randomUUID()}.partial`))
  const remove = async (): Promise<void> => {
    const whole = await rm(path, { recursive: true, force: true }).then(
      () => true,
      () => false,
    )
    await journal.end({ whole })
  }
  try {
    await journal.expect([{ partial: path }])
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    await remove()
    throw error
  }
  return { path, remove }
}
