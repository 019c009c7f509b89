import type { ReactNode } from 'react'
import classes from './Note.module.css'

type NoteProps = { icon: ReactNode; tone?: 'green' | 'amber'; children: ReactNode }

/** A sentence that reassures, explains or warns, beside the choices it is about. */
export function Note({ icon, tone = 'green', children }: NoteProps) {
  return (
    <div className={classes.note} data-tone={tone}>
      {icon}
      <div>{children}</div>
    </div>
  )
}
