import type { ReactNode } from 'react'
import classes from './SignIn.module.css'

type FrontProps = { title: string; lead: string; wide?: boolean; children: ReactNode }

/** What stands before the rail and the pages: a title, the company, and a form. */
export function Front({ title, lead, wide = false, children }: FrontProps) {
  return (
    <main id="main" className={classes.page}>
      <div className={classes.inner} data-wide={wide || undefined}>
        <header className={classes.header}>
          <p className={classes.product}>Offhook</p>
          <h1 className={classes.title}>{title}</h1>
          <p className={classes.lead}>{lead}</p>
        </header>
        <div className={classes.cards}>{children}</div>
      </div>
    </main>
  )
}
