import { keepPreviousData, skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { DraftId, GrantId, RunId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { Plan } from '../../../shared/offboarding/plan.ts'
import type { PlanRequest } from '../../../shared/offboarding/request.ts'
import type { Run } from '../../../shared/offboarding/run.ts'
import { call } from '../ipc/client.ts'

/**
 * The plan for what is asked as it is now; the previous one stays in sight while it is about the same subject. Null asks
 * for none.
 */
export function usePlan(request: PlanRequest | null): UseQueryResult<Plan> {
  return useQuery({
    queryKey: ['offboarding.plan', request] as const,
    queryFn: request === null ? skipToken : () => call('offboarding.plan', request),
    placeholderData: (previous, query) =>
      aboutOf(query?.queryKey[1] ?? null) === aboutOf(request) ? keepPreviousData(previous) : undefined,
    // A plan of some minutes ago may be drifted: it is asked again whenever it is shown.
    staleTime: 0,
  })
}

function aboutOf(request: PlanRequest | null): string {
  switch (request?.kind) {
    case undefined:
      return ''
    case 'person':
      return request.userId
    case 'extension':
      return request.extensionId
    case 'undo':
      return `${request.runId} ${request.position}`
    case 'messages':
      return 'messages'
  }
}

export type PlanToStart = {
  request: PlanRequest
  plan: Plan
  confirm: string | null
  draftId: DraftId | null
  /** Null is the folder for archives. */
  archiveFolder: GrantId | null
}

/** Approves exactly this plan and starts it. Rejects with AppError. */
export async function startPlan({ request, plan, ...start }: PlanToStart): Promise<RunId> {
  const asked = { request, planHash: plan.hash }
  const { approval } = await call('runs.approve', asked)
  const { runId } = await call('runs.start', { ...asked, approval, ...start })
  return runId
}

const lookMilliseconds = 60
/** Behind the lock main does not say how a run is; whoever comes back waits this long at most. */
const lockedMilliseconds = 500

/** The run when it has ended or stopped; for runs of some moments. When the lock comes down meanwhile, after it. */
export async function settledRun(runId: RunId): Promise<Run> {
  for (;;) {
    const run = await shownRun(runId)
    if (run !== null && run.status !== 'running') return run
    await new Promise((resolve) => setTimeout(resolve, run === null ? lockedMilliseconds : lookMilliseconds))
  }
}

/** Null behind the lock. */
async function shownRun(runId: RunId): Promise<Run | null> {
  try {
    return await call('runs.show', { runId })
  } catch (error) {
    if (error instanceof AppError && error.code === 'LOCKED') return null
    throw error
  }
}
