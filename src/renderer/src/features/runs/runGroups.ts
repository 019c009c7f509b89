import { isOver, type RunStatus, type RunSummary } from '../../../../shared/offboarding/run.ts'

/** What asks for a decision comes first. */
const groups = [
  { title: 'Interrupted', statuses: ['interrupted'] },
  { title: 'Running', statuses: ['running'] },
  { title: 'Failed', statuses: ['failed'] },
  { title: 'Paused', statuses: ['paused'] },
  { title: 'Ended', statuses: ['done', 'cancelled'] },
] as const satisfies readonly { title: string; statuses: readonly RunStatus[] }[]

export type RunGroup = { title: (typeof groups)[number]['title']; runs: RunSummary[] }

/** The runs by state, the newest first in each; a state that no run has is left out. */
export function runGroups(runs: readonly RunSummary[]): RunGroup[] {
  return groups
    .map(({ title, statuses }) => ({
      title,
      runs: runs
        .filter((run) => statuses.some((status) => status === run.status))
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)),
    }))
    .filter((group) => group.runs.length > 0)
}

/** User names of the people for whom a run can still go on; another one cannot be started for them. */
export function unfinished(runs: readonly RunSummary[]): ReadonlySet<string> {
  const open = runs.filter((run) => !isOver(run.status))
  return new Set(open.flatMap(({ subject }) => (subject.kind === 'person' ? [subject.userName] : [])))
}
