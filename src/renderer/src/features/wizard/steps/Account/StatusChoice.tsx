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
    text: 'No sign-in; settings are frozen. An active device can dial an emergency number and nothing else.',
  },
  leave: { label: 'Leave unchanged', text: 'The status stays as it is.' },
  activate: {
    label: 'Activate',
    text: 'Sign-in and settings work again. This cannot be combined with the other steps of an offboarding.',
  },
}

const statuses = ['deactivate', 'leave', 'activate'] as const satisfies readonly Status[]

export type StatusChoiceProps = {
  status: Status
  /** Why activating would change nothing, or null. */
  active: string | null
  /** Why the operator may not change the status, or null. */
  refused: string | null
  /** Whether the change can be undone; null where nothing changes. */
  undo: Reversibility | null
  onChange: (status: Status) => void
}

/** Deactivate is the default; deletion is another decision. */
export function StatusChoice({ status, active, refused, undo, onChange }: StatusChoiceProps) {
  const reason = useId()
  const whyNot: Readonly<Record<Status, string | null>> = {
    deactivate: refused,
    leave: null,
    activate: refused ?? active,
  }
  const again = status === 'deactivate' && undo === 'compensatable' ? ' The user can be activated again.' : ''
  return (
    <div className={classes.decision}>
      <Radio.Group
        label="Status of the user"
        value={status}
        onChange={(value) => onChange(value === 'leave' || value === 'activate' ? value : 'deactivate')}
      >
        <Group gap="lg" mt={6}>
          {statuses.map((value) => (
            <Radio
              key={value}
              size="xs"
              value={value}
              label={options[value].label}
              {...(whyNot[value] !== null && { disabled: true, 'aria-describedby': reason })}
            />
          ))}
        </Group>
        <p className={classes.text}>
          {options[status].text}
          {again}
        </p>
        {whyNot.activate !== null && (
          <p id={reason} className={classes.text}>
            {whyNot.activate}
          </p>
        )}
      </Radio.Group>
      {undo !== null && <UndoMark undo={undo} />}
    </div>
  )
}
