import { Checkbox } from '@mantine/core'
import { UndoMark } from '../../UndoMark.tsx'
import look from '../../choices.module.css'
import classes from './AccountStep.module.css'

export type DecisionProps = {
  label: string
  /** What it does, in a sentence. */
  text: string
  /** Whether it can be undone. */
  undo: boolean
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

/** One thing that the run does or leaves. */
export function Decision({ label, text, undo, checked, disabled = false, onChange }: DecisionProps) {
  return (
    <div className={classes.decision}>
      <Checkbox
        label={label}
        description={text}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
        classNames={{ label: look.label!, description: look.description! }}
      />
      <UndoMark undo={undo} />
    </div>
  )
}
