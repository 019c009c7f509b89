import type { ReactNode } from 'react'
import classes from './ToneBadge.module.css'

export type Tone = 'green' | 'blue' | 'amber' | 'red' | 'violet' | 'gray'

/** A word with an icon on a quiet color; the color is never the only sign. */
export function ToneBadge({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}
