import { Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { savesMessages, type Plan } from '../../../../../../shared/offboarding/plan.ts'
import { QueryView } from '../../../../components/QueryView/QueryView.tsx'
import type { StartRun } from '../../useStartRun.ts'
import { ArchiveFolder } from '../../../../components/ArchiveFolder/ArchiveFolder.tsx'
import { DriftAlert } from '../../../../components/PlanParts/DriftAlert.tsx'
import { PlanSteps } from './PlanSteps.tsx'
import { PlanSubject } from './PlanSubject.tsx'
import { StartProblem } from '../../../../components/PlanParts/StartProblem.tsx'

/** What will be done, in order; what becomes of everything stands beside it. */
export function ReviewStep({ plan, run }: { plan: UseQueryResult<Plan>; run: StartRun }) {
  return (
    <QueryView query={plan} failed="The plan could not be made">
      {(data) => (
        <Stack gap="md">
          {run.drift !== null && <DriftAlert changes={run.drift} />}
          {run.error !== null && <StartProblem error={run.error} />}
          <PlanSubject plan={data} />
          <PlanSteps steps={data.steps} />
          {savesMessages(data) && <ArchiveFolder target={run.target} />}
        </Stack>
      )}
    </QueryView>
  )
}
