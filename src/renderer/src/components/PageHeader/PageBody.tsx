import { useRef, type ReactNode } from 'react'
import { useScrolls } from './useScrolls.ts'
import classes from './PageBody.module.css'

// What scrolls must be reachable by Tab (WCAG 2.1.1), also where nothing in it takes the focus.
const reachable = { tabIndex: 0, role: 'group', 'aria-label': 'Content' }

/** The scrolling part of a page under its header. */
export function PageBody({ children, width = 'full' }: { children: ReactNode; width?: 'full' | 'reading' }) {
  const body = useRef<HTMLDivElement>(null)
  const scrolls = useScrolls(body)
  return (
    <div ref={body} className={classes.body} {...(scrolls && reachable)}>
      <div className={classes.inner} data-width={width}>
        {children}
      </div>
    </div>
  )
}
