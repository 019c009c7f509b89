import type { NumberChoice } from '../../../../../../shared/offboarding/choices.ts'

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
