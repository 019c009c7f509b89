import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ArchiveId } from '../../../../shared/ids.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { runInThread } from '../../../workers/runInThread.ts'
import { beginIndexing } from './archiveRepository.ts'
import { unindexMessages } from './messageRepository.ts'

const removedAtOnce = 150

export type ClearQuestion = { dataFolder: string; archives: readonly ArchiveId[] }
/** Takes the messages of archives out of the index. */
export type Clear = (archives: readonly ArchiveId[]) => Promise<void>

/**
 * How archives are cleared: in a built thread, because the index is merged again while rows leave it, which is more than a
 * tenth of a second at a time; or without one on the caller's connection.
 */
export function clearIn(script: string | null, dataFolder: string, db: WriteDb): Clear {
  return async (archives) => {
    if (archives.length === 0) return
    if (script === null) return clearArchives(db, archives)
    const question: ClearQuestion = { dataFolder, archives }
    return runInThread<void>(script, question, { writer: db.writer })
  }
}

export async function clearArchives(db: WriteDb, archives: readonly ArchiveId[]): Promise<void> {
  for (const archive of archives) await clearMessages(db, archive)
}

/** Takes the messages of an archive out of the index, in turns. A look reads one again that is still there after a kill. */
export async function clearMessages(db: WriteDb, archive: ArchiveId): Promise<void> {
  await db.writer.alone(() => beginIndexing(db, archive))
  while ((await db.writer.alone(() => unindexMessages(db, archive, removedAtOnce))) > 0) await nextTurn()
}
