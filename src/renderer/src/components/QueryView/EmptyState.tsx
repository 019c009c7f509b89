import type { ReactNode } from 'react'
import classes from './QueryView.module.css'

export type EmptyStateProps = { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode }

/** Nothing is here yet: why, and what to do next. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon !== undefined && (
        <div className={classes.emptyIcon} aria-hidden>
          {icon}
        </div>
      )}
      <h2 className={classes.emptyTitle}>{title}</h2>
      {children !== undefined && <div className={classes.emptyText}>{children}</div>}
      {action !== undefined && <div className={classes.emptyAction}>{action}</div>}
    </div>
  )
}
