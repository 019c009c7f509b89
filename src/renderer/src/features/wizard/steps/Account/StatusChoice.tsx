import { Group, Radio } from '@mantine/core'
import { useId } from 'react'
import type { Choices } from '../../../../../../shared/offboarding/choices.ts'
import type { Reversibility } from '../../../../../../shared/offboarding/reversibility.ts'
import { UndoMark } from '../../UndoMark.tsx'
import classes from './AccountStep.module.css'

type Status = Choices['status']

const options: Readonly<Record<Status, { label: string; text: string }>> = {
  deactivate: {
    label: 'Deactivate',
    text: 'No sign-in; settings are frozen. An active device can dial an emergency number and nothing else. The user can be activated again.',
  },
  leave: { label: 'Leave unchanged', text: 'The status stays as it is.' },
  activate: {
    label: 'Activate',
    text: 'Sign-in and settings work again. This cannot be combined with the other steps of an offboarding.',
  },
}

export type StatusChoiceProps = {
  status: Status
  /** Why activating would change nothing, or null. */
  active: string | null
  /** Whether the change can be undone; null where nothing changes. */
  undo: Reversibility | null
  onChange: (status: Status) => void
}

/** Deactivate is the default; deletion is another decision. */
export function StatusChoice({ status, active, undo, onChange }: StatusChoiceProps) {
  const reason = useId()
  return (
    <div className={classes.decision}>
      <Radio.Group
        label="Status of the user"
        value={status}
        onChange={(value) => onChange(value === 'leave' || value === 'activate' ? value : 'deactivate')}
      >
        <Group gap="lg" mt={6}>
          {Object.entries(options).map(([value, { label }]) => (
            <Radio
              key={value}
              size="xs"
              value={value}
              label={label}
              {...(value === 'activate' && active !== null && { disabled: true, 'aria-describedby': reason })}
            />
          ))}
        </Group>
        <p className={classes.text}>{options[status].text}</p>
        {active !== null && (
          <p id={reason} className={classes.text}>
            {active}
          </p>
        )}
      </Radio.Group>
      {undo !== null && <UndoMark undo={undo} />}
    </div>
  )
}
