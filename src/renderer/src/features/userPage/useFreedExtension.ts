import type { RunId, UserId } from '../../../../shared/ids.ts'
import { usePersonRuns } from '../../data/users.ts'

/** Of a person without an extension: the one that the last run with one has freed, and the run; null when none did, or while that is not known. */
export function useFreedExtension(userId: UserId): { extensionNumber: string; runId: RunId } | null {
  const runs = usePersonRuns(userId)
  const run = runs.data?.find(({ offboards, subject }) => offboards && subject.extension !== null)
  return run === undefined || run.subject.extension === null
    ? null
    : { extensionNumber: run.subject.extension, runId: run.id }
}
