import { TextInput } from '@mantine/core'
import type { NumberChoice } from '../../../../../../shared/offboarding/choices.ts'
import { firstParkDay } from '../../../../../../shared/offboarding/parking.ts'
import { ExtensionPicker } from '../../../../components/ExtensionPicker/ExtensionPicker.tsx'
import type { NumberKind } from './numberKinds.ts'

export type NumberTargetProps = {
  kind: NumberKind
  choice: NumberChoice
  /** The number as it is shown. */
  shown: string
  except: string | null
  asOf: string | null
  /** Why Continue waits for it, or null. */
  problem: string | null
  onExtension: (extensionNumber: string | null) => void
  /** A calendar day, or nothing while it is not complete. */
  onDay: (day: string) => void
}

/** Where a reassigned number goes, or until when a number is parked. */
export function NumberTarget(props: NumberTargetProps) {
  const { kind, choice, shown, except, asOf, problem, onExtension, onDay } = props
  if (kind === 'reassign') {
    return (
      <ExtensionPicker
        label={`Extension that gets ${shown}`}
        value={choice.kind === 'reassign' ? choice.extensionNumber : null}
        except={except}
        free
        problem={problem}
        onChange={onExtension}
      />
    )
  }
  if (kind !== 'park') return null
  return (
    <TextInput
      type="date"
      w={200}
      mt={8}
      label={`${shown} is parked until`}
      error={problem}
      {...(asOf !== null && { min: firstParkDay(asOf) })}
      defaultValue={choice.kind === 'park' ? choice.until : ''}
      onChange={(event) => onDay(event.currentTarget.value)}
    />
  )
}
