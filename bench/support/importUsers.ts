import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { openBench } from './openBench.ts'

/** As many rows as a large customer's directory has; the bar of the import is set for it. */
export const largeCsvRows = 100_000

/** Writes a CSV of users with eleven columns, each with an extension and a number, and answers its path. */
export async function writeLargeCsv(folder: string, rows = largeCsvRows): Promise<string> {
  const path = join(folder, 'users.csv')
  const file = createWriteStream(path)
  file.write('User name,First name,Last name,Email,Extension,Phone number,Site,Department,Job title,Time zone,Status\n')
  for (let index = 0; index < rows; index += 1) {
    const person = `user${index},First${index % 900},Last${index},user${index}@example.com,${2_000_000 + index}`
    const place = `'+1212${5_000_000 + index},Site ${index % 20},Department ${index % 50},Clerk,America/New_York,ACTIVE`
    if (!file.write(`${person},${place}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
  return path
}

export type LargeImport = { rows: number; seconds: number }

/**
 * Imports a CSV of users into a new data folder inside the given one, as the app does: checked, moved in one transaction
 * and made searchable by the built thread. The caller watches its process meanwhile; what is timed is the import alone.
 */
export async function importLargeCsv(
  folder: string,
  rows = largeCsvRows,
  watch: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): Promise<LargeImport> {
  const path = await writeLargeCsv(folder, rows)
  const services = await openBench(join(folder, 'import-data'))
  try {
    const started = performance.now()
    const { imported } = await watch(() => services.imports.users({ path, skipInvalid: false }))
    if (imported !== rows) throw new Error(`${imported} of ${rows} rows were imported`)
    return { rows: imported, seconds: (performance.now() - started) / 1000 }
  } finally {
    await services.close()
  }
}
