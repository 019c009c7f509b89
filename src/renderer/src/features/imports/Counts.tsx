import { formatCount } from '../../format/numbers.ts'
import classes from './Imports.module.css'

export type CountShown = { label: string; value: number; alarming?: boolean }

/** A line of big numbers with their names. */
export function Counts({ counts }: { counts: readonly CountShown[] }) {
  return (
    <dl className={classes.counts}>
      {counts.map(({ label, value, alarming = false }) => (
        <div key={label} data-alarming={alarming && value > 0}>
          <dt>{label}</dt>
          <dd>{formatCount(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
