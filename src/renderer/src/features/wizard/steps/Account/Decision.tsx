import { Checkbox } from '@mantine/core'
import type { Reversibility } from '../../../../../../shared/offboarding/reversibility.ts'
import { UndoMark } from '../../UndoMark.tsx'
import look from '../../choices.module.css'
import classes from './AccountStep.module.css'

export type DecisionProps = {
  label: string
  /** What it does, in a sentence. */
  text: string
  /** Whether it can be undone; null where that depends on the plan, and the plan does not do it. */
  undo: Reversibility | null
  checked: boolean
  /** Why there is nothing to decide; stands in the place of the text. */
  unavailable?: string | null
  onChange: (checked: boolean) => void
}

/** One thing that the run does or leaves. */
export function Decision({ label, text, undo, checked, unavailable = null, onChange }: DecisionProps) {
  return (
    <div className={classes.decision}>
      <Checkbox
        label={label}
        description={unavailable ?? text}
        checked={checked && unavailable === null}
        disabled={unavailable !== null}
        onChange={(event) => onChange(event.currentTarget.checked)}
        classNames={{ label: look.label!, description: look.description! }}
      />
      {undo !== null && <UndoMark undo={undo} />}
    </div>
  )
}
