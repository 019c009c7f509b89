import { useId, type ReactNode } from 'react'
import { formatCount } from '../../format/numbers.ts'
import classes from './Card.module.css'

export type CardProps = {
  title: string
  icon?: ReactNode
  count?: number
  /** Buttons at the right of the title. */
  actions?: ReactNode
  children: ReactNode
}

/** A titled part of a page, with how many things it holds. */
export function Card({ title, icon, count, actions, children }: CardProps) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className={classes.card}>
      <div className={classes.head}>
        {icon !== undefined && (
          <span className={classes.icon} aria-hidden>
            {icon}
          </span>
        )}
        <h2 id={heading} className={classes.title}>
          {title}
          {count !== undefined && <span className={classes.count}>{formatCount(count)}</span>}
        </h2>
        {actions}
      </div>
      <div className={classes.content}>{children}</div>
    </section>
  )
}
