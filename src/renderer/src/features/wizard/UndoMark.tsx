import { IconArrowBackUp, IconLockX } from '@tabler/icons-react'
import type { Reversibility } from '../../../../shared/offboarding/reversibility.ts'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'

/** Whether something can be undone, and how. */
export function UndoMark({ undo }: { undo: Exclude<Reversibility, 'pivot'> }) {
  if (undo === 'irreversible')
    return (
      <ToneBadge tone="red" icon={<IconLockX size={13} aria-hidden />}>
        Cannot be undone
      </ToneBadge>
    )
  return (
    <ToneBadge tone="gray" icon={<IconArrowBackUp size={13} aria-hidden />}>
      {undo === 'compensatable' ? 'Can be undone' : 'Undone by another plan'}
    </ToneBadge>
  )
}
