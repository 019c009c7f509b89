import { causeOf } from '../../components/ErrorAlert/adviceFor.ts'
import classes from './SignIn.module.css'
import type { CountedDelay } from './useDelay.ts'

type RefusedProps = { error: unknown; delay: CountedDelay | null }

/** Why the last attempt was refused. A delay counts down before the eyes; it is said when it begins and when it is over. */
export function Refused({ error, delay }: RefusedProps) {
  if (delay === null)
    return (
      <p role="alert" className={classes.refused}>
        {causeOf(error)}
      </p>
    )
  return (
    <>
      <p role="timer" className={classes.refused}>
        {delay.sentence}
      </p>
      <span role="alert" className="visuallyHidden">
        {delay.over ? delay.sentence : causeOf(error)}
      </span>
    </>
  )
}
