import type { ReactNode } from 'react'
import classes from './PageBody.module.css'

/** The scrolling part of a page under its header. */
export function PageBody({ children, width = 'full' }: { children: ReactNode; width?: 'full' | 'reading' }) {
  return (
    <div className={classes.body}>
      <div className={classes.inner} data-width={width}>
        {children}
      </div>
    </div>
  )
}
