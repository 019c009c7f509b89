import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import type { useCreateDemo } from '../../data/tenant.ts'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import classes from './FirstStart.module.css'

/** The demo company while it is made; the pages take over by themselves when it is there. */
export function MakingDemo({ demo }: { demo: ReturnType<typeof useCreateDemo> }) {
  const progress = useWorkProgress('demo', demo.isPending)
  return (
    <div className={classes.making}>
      {demo.isError ? (
        <ErrorAlert title="The demo company was not made" error={demo.error} onRetry={() => demo.mutate()} />
      ) : (
        <WorkProgress label="Making the demo company" progress={progress} />
      )}
    </div>
  )
}
