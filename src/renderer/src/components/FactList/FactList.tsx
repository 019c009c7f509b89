import type { ReactNode } from 'react'
import classes from './FactList.module.css'

export type Fact = { label: string; value: ReactNode }

/** Names and values, one pair a line; an empty value shows as a dash that is read as "none". */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.list}>
      {facts.map(({ label, value }) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === '' ? (
              <>
                <span aria-hidden>–</span>
                <span className="visuallyHidden">None</span>
              </>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
