import type { RunStep } from '../../../../shared/offboarding/run.ts'

type Standing = Pick<RunStep, 'status' | 'destructive'>

/** Why nothing has happened yet; it stands where the outcome will stand. proven: the archive, or there is none to prove. */
export function whyWaiting({ status, destructive }: Standing, run: { paused: boolean; proven: boolean }): string {
  if (run.paused) return 'The run was paused here and goes on from here with Continue.'
  if (status === 'skipped') return 'Not taken.'
  if (status !== 'pending') return ''
  return destructive && !run.proven ? 'Waits for the proven archive.' : 'Waits for the steps before it.'
}
