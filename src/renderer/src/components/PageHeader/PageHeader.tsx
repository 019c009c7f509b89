import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import classes from './PageHeader.module.css'

export type PageHeaderProps = {
  title: ReactNode
  subtitle?: ReactNode
  /** Where the page belongs: a link above the title. */
  back?: { href: string; label: string }
  /** Buttons at the right. */
  actions?: ReactNode
  /** A row under the title: filters, facts. */
  children?: ReactNode
}

/** The head of every page; its h1 takes the focus after a change of page, so that the page is read out. */
export function PageHeader({ title, subtitle, back, actions, children }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focusWasLost()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className={classes.header}>
      {back !== undefined && (
        <Link href={back.href} className={classes.back}>
          <IconArrowLeft size={14} aria-hidden />
          {back.label}
        </Link>
      )}
      <div className={classes.row}>
        <div className={classes.titles}>
          <h1 ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </h1>
          {subtitle !== undefined && <p className={classes.subtitle}>{subtitle}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </header>
  )
}

/** What had the focus went away with the last page. A field that took it on purpose keeps it. */
function focusWasLost(): boolean {
  return document.activeElement === document.body || document.activeElement === null
}
