import type { WriteDb } from '../../../db/sql.ts'
import { addFiles } from './repository.ts'

/** A transaction for so many files: a kill costs at most these. */
const filesAtOnce = 100
const bytesAtOnce = 64 * 1024 * 1024

/** Gathers the files that were read and found right, and keeps them in the database from time to time, while it is free. */
export function keepChecked(
  db: WriteDb,
  today: () => string,
): { add(path: string, bytes: number): void; flush(): void } {
  let files: { path: string; bytes: number }[] = []
  let gathered = 0
  const flush = (): void => {
    if (files.length === 0) return
    const some = files
    db.transaction(() => addFiles(db, some, today())).immediate()
    files = []
    gathered = 0
  }
  return {
    add: (path, bytes) => {
      files.push({ path, bytes })
      gathered += bytes
      if ((files.length >= filesAtOnce || gathered >= bytesAtOnce) && !db.writer.lent()) flush()
    },
    flush,
  }
}
