import type { ReactNode } from 'react'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import { Truncated } from '../Truncated/Truncated.tsx'
import classes from './NameAndNumber.module.css'

export type NameAndNumberProps = {
  name: string
  /** Null when it stands for the name, or there is none. */
  number: string | null
  /** The name stands out. */
  strong?: boolean
  /** Marks right beside the name. */
  children?: ReactNode
}

/** One line: who it is, and the number where there is room for the whole of it; a part of one is of no use. */
export function NameAndNumber({ name, number, strong = false, children }: NameAndNumberProps) {
  return (
    <span className={classes.line}>
      <span className={classes.lead}>
        <Truncated text={name} className={strong ? classes.strong : classes.name} />
        {children}
      </span>
      {number !== null && <Truncated text={formatPhoneNumber(number)} className={classes.number} />}
    </span>
  )
}
