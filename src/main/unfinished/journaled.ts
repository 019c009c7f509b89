import { Journal } from './journal.ts'

/** Does work that puts a partial on the disk, which the next start removes after a kill. A data folder that cannot be written costs the journal, not the work. */
export async function journaled<T>(dataFolder: string, partial: string, work: () => Promise<T>): Promise<T> {
  const journal = await Journal.begin(dataFolder).catch(() => null)
  let whole = false
  try {
    await journal?.expect([{ partial }]).catch(() => undefined)
    const result = await work()
    whole = true
    return result
  } finally {
    await journal?.end({ whole })
  }
}
