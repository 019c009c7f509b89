import type { ReactNode } from 'react'
import classes from './ScrollBox.module.css'

/** A frame that scrolls a long table; it takes the focus, so that the keyboard can scroll it too. */
export function ScrollBox({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by Tab (WCAG 2.1.1)
    <div className={classes.box} tabIndex={0} role="group" aria-labelledby={labelledBy}>
      {children}
    </div>
  )
}
