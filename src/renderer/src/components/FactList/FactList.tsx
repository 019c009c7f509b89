import type { ReactNode } from 'react'
import classes from './FactList.module.css'

export type Fact = { label: string; value: ReactNode }

export type FactListProps = { facts: readonly Fact[]; labels?: 'short' | 'long' }

/** Names and values, one pair a line; an empty value shows as a dash that is read as "none". */
export function FactList({ facts, labels = 'short' }: FactListProps) {
  return (
    <dl className={classes.list} data-labels={labels}>
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
