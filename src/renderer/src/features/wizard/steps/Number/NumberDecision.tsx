import { Group, Radio } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { NumberChoice } from '../../../../../../shared/offboarding/choices.ts'
import type { Effect } from '../../../../../../shared/offboarding/effects.ts'
import type { Inventory } from '../../../../../../shared/offboarding/inventory.ts'
import { firstParkDay } from '../../../../../../shared/offboarding/parking.ts'
import { ToneBadge } from '../../../../components/StatusBadge/ToneBadge.tsx'
import { formatDay } from '../../../../format/dates.ts'
import { formatPhoneNumber } from '../../../../format/phoneNumbers.ts'
import type { StepProps } from '../../stepProps.ts'
import { NumberOutcome } from './NumberOutcome.tsx'
import { isNumberKind, numberKinds, type NumberKind } from './numberKinds.ts'
import { NumberTarget } from './NumberTarget.tsx'
import classes from './NumberStep.module.css'

export type NumberDecisionProps = {
  number: Inventory['phoneNumbers'][number]
  choice: NumberChoice
  extension: string | null
  asOf: string | null
  /** What the plan says becomes of the number; null while it is made. */
  effect: Effect | null
  onDecide: (choice: NumberChoice) => void
  setOpen: StepProps['setOpen']
  /** What was chosen and lacks something, or null. */
  begun: string | null
  /** Why Continue waits for the decision, or null. */
  problem: string | null
}

/** One phone number: keep, reassign, park or release. A number that is being ported cannot be touched. */
export function NumberDecision(props: NumberDecisionProps) {
  const { number, choice, extension, asOf, effect, begun, onDecide, setOpen } = props
  const [kind, setKind] = useState<NumberKind>(begun !== null && isNumberKind(begun) ? begun : choice.kind)
  const shown = formatPhoneNumber(number.phoneNumber)
  const porting = number.status === 'PORTING'
  const reason = useId()

  function settle(next: NumberChoice, problem: string | null, now: NumberKind = next.kind): void {
    onDecide(next)
    setOpen(number.phoneNumber, problem, now)
  }
  function aim(extensionNumber: string | null): void {
    if (extensionNumber === null) settle({ kind: 'keep' }, `Choose the extension that gets ${shown}.`, 'reassign')
    else settle({ kind: 'reassign', extensionNumber }, null)
  }
  function park(until: string): void {
    if (until === '') settle({ kind: 'keep' }, `Choose the day until which ${shown} is parked.`, 'park')
    else if (asOf !== null && until < firstParkDay(asOf))
      settle({ kind: 'keep' }, `${shown} can be parked until ${formatDay(firstParkDay(asOf))} or a later day.`, 'park')
    else settle({ kind: 'park', until }, null)
  }
  function choose(value: string): void {
    if (!isNumberKind(value)) return
    setKind(value)
    if (value === 'reassign') aim(null)
    else if (value === 'park') park('')
    else settle({ kind: value }, null)
  }

  return (
    <Radio.Group
      value={kind}
      onChange={choose}
      label={
        <span className={classes.number}>
          <span className="visuallyHidden">What becomes of</span> {shown} <Badges number={number} />
        </span>
      }
    >
      <NumberKinds porting={porting} reason={reason} />
      {porting && (
        <p id={reason} className={classes.consequence}>
          The number is being ported and cannot be changed. Keep it on the extension and decide after the porting is
          complete.
        </p>
      )}
      {kind === choice.kind && effect !== null && <NumberOutcome effect={effect} />}
      <NumberTarget
        kind={kind}
        choice={choice}
        shown={shown}
        except={extension}
        asOf={asOf}
        problem={props.problem}
        onExtension={aim}
        onDay={park}
      />
    </Radio.Group>
  )
}

/** A number that is being ported can only be kept; reason is where that is said. */
function NumberKinds({ porting, reason }: { porting: boolean; reason: string }) {
  return (
    <Group gap="lg" mt={6}>
      {numberKinds.map(({ value, label }) => (
        <Radio
          key={value}
          size="xs"
          value={value}
          label={label}
          {...(porting && value !== 'keep' && { disabled: true, 'aria-describedby': reason })}
        />
      ))}
    </Group>
  )
}

function Badges({ number }: { number: NumberDecisionProps['number'] }) {
  return (
    <span className={classes.badges}>
      {number.primary && <ToneBadge tone="gray">Primary</ToneBadge>}
      {number.status === 'PORTING' && (
        <ToneBadge tone="amber" icon={<IconLock size={13} aria-hidden />}>
          Being ported
        </ToneBadge>
      )}
    </span>
  )
}
