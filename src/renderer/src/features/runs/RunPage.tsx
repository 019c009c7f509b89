import { useParams } from 'wouter'
import { runId as runIdSchema } from '../../../../shared/ids.ts'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { RunView } from './RunView.tsx'
import { useRun } from './useRun.ts'

/** One run, step by step: the last step of the wizard, and a page of its own. Route #/runs/:runId. */
export function RunPage() {
  const params = useParams<{ runId: string }>()
  const run = useRun(runIdSchema.parse(params.runId))
  if (run.data !== undefined) return <RunView run={run.data} />
  return (
    <PageBody>
      <QueryView query={run} failed="The run could not be read">
        {() => null}
      </QueryView>
    </PageBody>
  )
}
