import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { Plan } from '../../../../shared/offboarding/plan.ts'
import type { PlanRequest } from '../../../../shared/offboarding/request.ts'
import { refresh } from '../../data/routeQuery.ts'
import { call } from '../../ipc/client.ts'

/** Approves and starts exactly the plan that is shown, and opens its run. */
export function useUndo(request: PlanRequest, onStarted: () => void) {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  return useMutation({
    mutationFn: async ({ hash: planHash }: Plan) => {
      const { approval } = await call('runs.approve', { request, planHash })
      const start = { request, planHash, approval, archiveFolder: null, confirm: null, draftId: null }
      return call('runs.start', start)
    },
    onSuccess: async ({ runId }) => {
      onStarted()
      navigate(`/runs/${runId}`)
      await refresh(client, ['runs.list', 'runs.show'])
    },
    onError: () => refresh(client, ['offboarding.plan', 'runs.show']),
  })
}
