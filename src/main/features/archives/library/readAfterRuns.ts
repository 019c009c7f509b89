import type { Emit } from '../../../../shared/ipc/contract.ts'
import type { RunStatus } from '../../../../shared/offboarding/run.ts'
import type { ReadDb } from '../../../db/sql.ts'
import type { Logger } from '../../../log/logger.ts'
import { listKnown } from './archiveRepository.ts'
import type { Library } from './service.ts'

type Given = { db: ReadDb; library: Library; log: Logger; emit: Emit }
export type ReadAfterRuns = ReturnType<typeof readAfterRuns>

/** Reads what a run has archived when the run has settled, so that its messages are found among all others. */
export function readAfterRuns({ db, library, log, emit }: Given) {
  const stopping = new AbortController()
  const { signal } = stopping
  let reading = Promise.resolve()

  const read = async (): Promise<void> => {
    const unread = listKnown(db).filter(({ signature, missingSince }) => signature === null && missingSince === null)
    for (const { path } of unread) await library.lookAt(path, { operator: null, signal })
    if (unread.length > 0) emit('archives.changed', {})
  }
  return {
    settled: (status: RunStatus): void => {
      if (status === 'running' || signal.aborted) return
      reading = reading
        .then(read)
        .catch((error: unknown) => log.warn('An archive is read later', { error: String(error) }))
    },
    stop: async (): Promise<void> => {
      stopping.abort()
      await reading
    },
  }
}
