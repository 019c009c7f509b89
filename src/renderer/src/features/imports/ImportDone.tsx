import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useAnnounce } from '../../stores/announcements.ts'
import classes from './Imports.module.css'

export type ImportDoneProps = { title: string; detail: string; action: ReactNode; children?: ReactNode }

/** What an import did, and where to go from here. */
export function ImportDone({ title, detail, action, children }: ImportDoneProps) {
  const announce = useAnnounce()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    announce(`${title}. ${detail}`)
    heading.current?.focus()
  }, [announce, detail, title])
  return (
    <div className={classes.preview}>
      <div className={classes.done}>
        <IconCircleCheck size={20} aria-hidden />
        <div>
          <h3 ref={heading} tabIndex={-1} className={classes.doneTitle}>
            {title}
          </h3>
          <p>{detail}</p>
        </div>
        {action}
      </div>
      {children}
    </div>
  )
}
