import type { Verification } from '../../../shared/archives/model.ts'
import type { ArchiveId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { Archives } from './service.ts'
import type { Report } from './workProgress.ts'

/** Archives that are being verified, each once: asking again begins anew, because nobody waits for the earlier answer. */
export function createVerifying(archives: Pick<Archives, 'verify'>) {
  const running = new Map<ArchiveId, AbortController>()
  return {
    /** Throws CANCELLED, and what verify throws. */
    verify: async (id: ArchiveId, report: Report): Promise<Verification> => {
      running.get(id)?.abort()
      const control = new AbortController()
      running.set(id, control)
      try {
        return await archives.verify(id, { signal: control.signal, report })
      } catch (error) {
        if (!control.signal.aborted) throw error
        throw new AppError('CANCELLED', 'The verification was stopped. The last verdict stays.', {}, { cause: error })
      } finally {
        if (running.get(id) === control) running.delete(id)
      }
    },
    cancel: (id: ArchiveId): void => running.get(id)?.abort(),
  }
}
