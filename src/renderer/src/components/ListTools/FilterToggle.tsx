import { IconCheck } from '@tabler/icons-react'
import classes from './ListTools.module.css'

export type FilterToggleProps = { label: string; on: boolean; onChange: (on: boolean) => void }

/** A filter that is on or off; on shows a check mark, not only a color. */
export function FilterToggle({ label, on, onChange }: FilterToggleProps) {
  return (
    <button type="button" aria-pressed={on} className={classes.toggle} onClick={() => onChange(!on)}>
      {on && <IconCheck size={14} aria-hidden />}
      {label}
    </button>
  )
}
