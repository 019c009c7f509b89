import { notifications } from '@mantine/notifications'
import { useMutation, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { savesMessages, type Plan } from '../../../../shared/offboarding/plan.ts'
import type { PlanRequest } from '../../../../shared/offboarding/request.ts'
import type { Run } from '../../../../shared/offboarding/run.ts'
import { settledRun, startPlan, type PlanToStart } from '../../data/plans.ts'
import { useTargetFolder, type TargetFolder } from '../../data/useTargetFolder.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import { readable } from '../EffectList/readable.ts'
import { planChanges, type PlanChange } from '../PlanParts/planChanges.ts'

export type RunPlan = {
  start: () => void
  pending: boolean
  /** Why the run did not begin, or null. */
  error: unknown
  /** What changed since the plan was shown; the plan that is shown now is the new one. */
  drift: PlanChange[] | null
  /** Where the archive goes, when there is one. */
  target: TargetFolder
}

type Asked = Omit<PlanToStart, 'confirm' | 'draftId'>

/**
 * Approves and starts exactly the plan that is shown. A run that saves messages is watched on its own page; one without
 * is over in a moment, and what came of it is said.
 */
export function useRunPlan(
  { request, plan }: { request: PlanRequest | null; plan: UseQueryResult<Plan> },
  onDone: () => void,
): RunPlan {
  const [, navigate] = useLocation()
  const announce = useAnnounce()
  const [drift, setDrift] = useState<PlanChange[] | null>(null)
  const mutation = useMutation({
    mutationFn: async (asked: Asked) => {
      const runId = await startPlan({ ...asked, confirm: null, draftId: null })
      return { runId, run: savesMessages(asked.plan) ? null : await settledRun(runId) }
    },
    onSuccess: ({ runId, run }) => {
      onDone()
      if (run?.status !== 'done') return navigate(`/runs/${runId}`)
      notifications.show({ color: 'green', title: 'Done', message: outcomeOf(run) })
      announce(outcomeOf(run))
    },
    onError: async (error, asked) => {
      if (!isDrift(error)) return
      const { data } = await plan.refetch()
      setDrift(data === undefined ? [] : planChanges(asked.plan, data))
    },
  })
  const target = useTargetFolder(mutation.reset)
  return {
    start: () => {
      setDrift(null)
      if (request !== null && plan.data !== undefined) {
        mutation.mutate({ request, plan: plan.data, archiveFolder: target.folder?.grantId ?? null })
      }
    },
    pending: mutation.isPending,
    error: isDrift(mutation.error) ? null : mutation.error,
    drift,
    target,
  }
}

function outcomeOf({ steps }: Run): string {
  return readable(steps.flatMap(({ outcome }) => (outcome === null ? [] : [outcome])).join(' '))
}

function isDrift(error: unknown): boolean {
  return error instanceof AppError && error.code === 'PLAN_DRIFTED'
}
