import { useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DraftId, GrantId, RunId } from '../../../../shared/ids.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import type { Plan } from '../../../../shared/offboarding/plan.ts'
import type { WizardState } from '../../../../shared/offboarding/wizard.ts'
import { startPlan } from '../../data/plans.ts'
import { useTargetFolder, type TargetFolder } from '../../data/useTargetFolder.ts'
import { refresh } from '../../data/routeQuery.ts'
import { planChanges, type PlanChange } from '../../components/PlanParts/planChanges.ts'
import { useDraftFolder, useKeepDraftFolder } from '../../stores/draftFolders.ts'
import { useMarkStarted } from '../../stores/startedRun.ts'

export type StartRun = {
  start: (confirm: string | null) => void
  pending: boolean
  /** Why the run did not begin, or null. A drift is in `drift`, not here. */
  error: unknown
  /** What changed since the plan was reviewed; the plan on the screen is the new one. */
  drift: PlanChange[] | null
  /** Where the archive goes. */
  target: TargetFolder
}

type Asked = { reviewed: Plan; confirm: string | null; archiveFolder: GrantId | null }

/** Approves exactly the plan that is on the screen, starts it, and opens its run. */
export function useStartRun(
  { draftId, state, plan }: { draftId: DraftId; state: WizardState; plan: UseQueryResult<Plan> },
  onStarted: () => void,
): StartRun {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const markStarted = useMarkStarted()
  const [drift, setDrift] = useState<PlanChange[] | null>(null)
  const keepFolder = useKeepDraftFolder()

  const mutation = useMutation({
    mutationFn: async ({ reviewed, confirm, archiveFolder }: Asked): Promise<RunId> => {
      if (state.userId === null) throw new AppError('VALIDATION_FAILED', 'Choose the person who leaves.')
      const request = { kind: 'person', userId: state.userId, choices: state.choices } as const
      return startPlan({ request, plan: reviewed, confirm, draftId, archiveFolder })
    },
    onSuccess: (runId) => {
      onStarted()
      markStarted({ runId, state: { ...state, active: 'run', done: [...state.done, 'review'] } })
      void refresh(client, ['runs.list', 'drafts.list'])
      navigate(`/runs/${runId}`, { replace: true })
    },
    onError: async (error, { reviewed }) => {
      if (!isDrift(error)) return
      const { data } = await plan.refetch()
      await refresh(client, ['users.show', 'voicemail.list'])
      setDrift(data === undefined ? [] : planChanges(reviewed, data))
    },
  })
  const target = useTargetFolder(mutation.reset, [useDraftFolder(draftId), (folder) => keepFolder(draftId, folder)])
  return {
    start: (confirm) => {
      setDrift(null)
      if (plan.data !== undefined) {
        const archiveFolder = target.folder?.grantId ?? null
        mutation.mutate({ reviewed: plan.data, confirm, archiveFolder })
      }
    },
    pending: mutation.isPending,
    error: isDrift(mutation.error) ? null : mutation.error,
    drift,
    target,
  }
}

function isDrift(error: unknown): boolean {
  return error instanceof AppError && error.code === 'PLAN_DRIFTED'
}
