import { Checkbox } from '@mantine/core'
import { UndoMark } from '../../UndoMark.tsx'
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
        classNames={{ label: classes.label, body: classes.checkbox }}
      />
      <UndoMark undo={undo} />
    </div>
  )
}
