import type { ArchiveId, RunId } from '../../../../shared/ids.ts'
import type { Emit, Events } from '../../../../shared/ipc/contract.ts'
import type { ReadDb } from '../../../db/sql.ts'
import type { Logger } from '../../../log/logger.ts'
import { listKnown } from './archiveRepository.ts'
import type { Library } from './service.ts'

type Given = { db: ReadDb; library: Library; log: Logger; emit: Emit }
export type ReadAfterRuns = ReturnType<typeof readAfterRuns>

/**
 * Reads what a run has archived when the run has settled, so that its messages are found among all others. One that cannot be
 * read waits for the daily look, and for its own run.
 */
export function readAfterRuns({ db, library, log, emit }: Given) {
  const stopping = new AbortController()
  const { signal } = stopping
  let reading = Promise.resolve()
  const tried = new Set<ArchiveId>()

  const read = async (settled: RunId): Promise<void> => {
    const unread = listKnown(db).filter(
      ({ id, runId, signature, missingSince }) =>
        signature === null && missingSince === null && (runId === settled || !tried.has(id)),
    )
    for (const { id, path } of unread) {
      tried.add(id)
      await library.lookAt(path, { operator: null, signal })
    }
    if (unread.length > 0) emit('archives.changed', {})
  }
  return {
    settled: ({ runId, status }: Pick<Events['runs.changed'], 'runId' | 'status'>): void => {
      if (status === 'running' || signal.aborted) return
      reading = reading
        .then(() => read(runId))
        .catch((error: unknown) => log.warn('An archive is read later', { error }))
    },
    stop: async (): Promise<void> => {
      stopping.abort()
      await reading
    },
  }
}
