import type { NumberChoice } from '../../../../../../shared/offboarding/choices.ts'
import { formatDay } from '../../../../format/dates.ts'

export type NumberKind = NumberChoice['kind']

export const numberKinds: readonly { value: NumberKind; label: string }[] = [
  { value: 'keep', label: 'Keep on the extension' },
  { value: 'reassign', label: 'Reassign' },
  { value: 'park', label: 'Park' },
  { value: 'release', label: 'Release' },
]

export function isNumberKind(value: string): value is NumberKind {
  return numberKinds.some((kind) => kind.value === value)
}

/** What a choice means for the number and for those who call it; until: the day of the plan's effect, once it is made. */
export function consequence(kind: NumberKind, extension: string | null, until: string | null): string {
  switch (kind) {
    case 'keep':
      return extension === null
        ? 'The number stays where it is.'
        : `The number stays on extension ${extension}, which can get a new profile later. Callers reach that extension.`
    case 'reassign':
      return 'The number rings at another extension as soon as the step is done. It can be moved back.'
    case 'park':
      return 'The number rings nowhere and stays with the company: parked until the day, available after. It can be given to an extension at any time.'
    case 'release':
      return until === null
        ? 'The number is given back to the carrier. It can be reclaimed for a time, then never again.'
        : `The number is given back to the carrier. It can be reclaimed until ${formatDay(until)}, then never again.`
  }
}
