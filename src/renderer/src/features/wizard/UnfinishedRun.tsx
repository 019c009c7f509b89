import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { UserId } from '../../../../shared/ids.ts'
import { isOver } from '../../../../shared/offboarding/run.ts'
import { readable } from '../../components/EffectList/readable.ts'
import { usePersonRuns } from '../../data/users.ts'
import { Note } from './Note.tsx'
import classes from './Wizard.module.css'

/** Said before anything is chosen: while a run for the person can still go on, no other one is started. */
export function UnfinishedRun({ userId }: { userId: UserId }) {
  const unfinished = usePersonRuns(userId).data?.find(({ status }) => !isOver(status))
  if (unfinished === undefined) return null
  return (
    <div role="status" className={classes.unfinished}>
      <Note tone="amber" icon={<IconAlertTriangle size={16} aria-hidden />}>
        An unfinished run exists: <Link href={`/runs/${unfinished.id}`}>{readable(unfinished.title)}</Link>. Continue it
        or give it up before this one is started.
      </Note>
    </div>
  )
}
