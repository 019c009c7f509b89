import type { GreetingId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { ReadDb } from '../../db/sql.ts'

export type GreetingFile = { file: string; bytes: number; sha256: string; seconds: number }

/** Where the audio of a greeting lies, relative to the audio folder. Throws NOT_FOUND. */
export function findGreeting(db: ReadDb, id: GreetingId): GreetingFile {
  const row = db
    .prepare<[string], GreetingFile>('SELECT file, bytes, sha256, seconds FROM greeting WHERE id = ?')
    .get(id)
  if (row === undefined)
    throw new AppError('NOT_FOUND', 'This greeting is not there any more. Load the page again.', { id })
  return row
}
