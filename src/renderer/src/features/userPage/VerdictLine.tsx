import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import classes from './UserPage.module.css'

export type VerdictLineProps = { allowed: boolean; text: string; reason: string }

/** What the phone system would allow, and why. */
export function VerdictLine({ allowed, text, reason }: VerdictLineProps) {
  return (
    <p className={classes.verdict} data-allowed={allowed}>
      {allowed ? <IconCircleCheck size={16} aria-hidden /> : <IconCircleX size={16} aria-hidden />}
      <span>
        <strong>{text}.</strong> {reason}
      </span>
    </p>
  )
}
