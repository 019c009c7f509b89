import type { RunId, UserId } from '../../../../shared/ids.ts'
import { usePersonRuns } from '../../data/users.ts'

/** The extension that a run took from a person, and the run; null when none did, or while that is not known. */
export function useFreedExtension(userId: UserId): { extensionNumber: string; runId: RunId } | null {
  const runs = usePersonRuns(userId)
  const run = runs.data?.find(({ subject }) => subject.extension !== null)
  return run === undefined || run.subject.extension === null
    ? null
    : { extensionNumber: run.subject.extension, runId: run.id }
}
