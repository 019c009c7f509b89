import { Stack } from '@mantine/core'
import type { NumberChoice } from '../../../../../../shared/offboarding/choices.ts'
import type { Effect } from '../../../../../../shared/offboarding/effects.ts'
import type { StepProps } from '../../stepProps.ts'
import { ForwardCalls } from './ForwardCalls.tsx'
import { NumberDecision } from './NumberDecision.tsx'
import classes from './NumberStep.module.css'

/** What becomes of each phone number, and of the calls that still come in. */
export function NumberStep(props: StepProps) {
  const { choices, inventory, change } = props

  function decide(phoneNumber: string, choice: NumberChoice): void {
    const { [phoneNumber]: _, ...others } = choices.numbers
    change({ numbers: choice.kind === 'keep' ? others : { ...others, [phoneNumber]: choice } })
  }

  return (
    <Stack gap="lg">
      {inventory.phoneNumbers.length === 0 && <p className={classes.none}>No phone number belongs to this person.</p>}
      {inventory.phoneNumbers.map((number) => (
        <NumberDecision
          key={number.phoneNumber}
          number={number}
          choice={choices.numbers[number.phoneNumber] ?? { kind: 'keep' }}
          extension={inventory.extension?.extensionNumber ?? null}
          asOf={props.asOf}
          effect={effectOn(props.effects, number.phoneNumber)}
          onDecide={(choice) => decide(number.phoneNumber, choice)}
          setOpen={props.setOpen}
          begun={props.kindOf(number.phoneNumber)}
          problem={props.problemOf(number.phoneNumber)}
        />
      ))}
      {inventory.extension !== null && <ForwardCalls {...props} />}
    </Stack>
  )
}

function effectOn(effects: StepProps['effects'], phoneNumber: string): Effect | null {
  return effects?.find((one) => one.what === 'phoneNumber' && one.items.includes(phoneNumber)) ?? null
}
