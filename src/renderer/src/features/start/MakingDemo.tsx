import { useEffect, useRef } from 'react'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import type { useCreateDemo } from '../../data/tenant.ts'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import classes from './FirstStart.module.css'

/** The demo company while it is made; the pages take over by themselves when it is there. */
export function MakingDemo({ demo }: { demo: ReturnType<typeof useCreateDemo> }) {
  const { isPending } = demo
  const progress = useWorkProgress('demo', isPending)
  const making = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone, and the one of a second try goes as well.
  useEffect(() => {
    if (isPending) making.current?.focus()
  }, [isPending])
  return (
    <div ref={making} tabIndex={-1} role="group" aria-label="Demo company" className={classes.making}>
      {demo.isError ? (
        <ErrorAlert title="The demo company was not made" error={demo.error} onRetry={() => demo.mutate()} />
      ) : (
        <WorkProgress label="Making the demo company" progress={progress} />
      )}
    </div>
  )
}
