import { formatDateTime } from '../../format/dates.ts'
import classes from './ExactTime.module.css'

/** A moment as the system writes it, and exactly, in one piece. */
export function ExactTime({ at }: { at: string }) {
  return (
    <>
      {formatDateTime(at)} <span className={classes.exact}>({at})</span>
    </>
  )
}
