import { useParams } from 'wouter'
import { runId as runIdSchema } from '../../../../shared/ids.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { SkeletonRows } from '../../components/QueryView/SkeletonRows.tsx'
import { RunView } from './RunView.tsx'
import { useRun } from './useRun.ts'

/** One run, step by step: the last step of the wizard, and a page of its own. Route #/runs/:runId. */
export function RunPage() {
  const params = useParams<{ runId: string }>()
  const run = useRun(runIdSchema.parse(params.runId))
  if (run.data !== undefined) return <RunView run={run.data} />
  if (!run.isError) return <SkeletonRows />
  return (
    <>
      <PageHeader title="Run" back={{ href: '/offboarding', label: 'Offboarding' }} />
      <PageBody>
        <ErrorAlert title="The run could not be read" error={run.error} onRetry={() => void run.refetch()} />
      </PageBody>
    </>
  )
}
