import type { ReactNode } from 'react'
import classes from './Note.module.css'

/** A sentence that reassures or explains, beside the choices it is about. */
export function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.note}>
      {icon}
      <div>{children}</div>
    </div>
  )
}
