import { IconAlertTriangle, IconBan } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Blocker, Warning } from '../../../../shared/offboarding/findings.ts'
import { readable } from '../EffectList/readable.ts'
import classes from './PlanParts.module.css'

export type FindingsProps = {
  blockers: readonly Blocker[]
  warnings: readonly Warning[]
  /** The way to where a blocker is mended, when there is one. */
  mend?: (blocker: Blocker) => ReactNode
}

/** What stops the plan and what should be known, each with the way out. */
export function Findings({ blockers, warnings, mend }: FindingsProps) {
  if (blockers.length + warnings.length === 0) return null
  return (
    <ul className={classes.findings}>
      {blockers.map((blocker) => (
        <li key={blocker.message} className={classes.blocker}>
          <IconBan size={16} aria-hidden />
          <div>
            <strong>Blocked. {readable(blocker.message)}</strong> {readable(blocker.remedy)} {mend?.(blocker)}
          </div>
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={warning.message} className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          <div>
            <strong>{readable(warning.message)}</strong> {warning.remedy}
          </div>
        </li>
      ))}
    </ul>
  )
}
