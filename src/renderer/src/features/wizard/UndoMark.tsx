import { IconArrowBackUp, IconLockX, IconShieldCheck } from '@tabler/icons-react'
import type { Reversibility } from '../../../../shared/offboarding/reversibility.ts'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'

/** Whether something can be undone, and how. */
export function UndoMark({ undo }: { undo: Reversibility }) {
  if (undo === 'irreversible')
    return (
      <ToneBadge tone="red" icon={<IconLockX size={13} aria-hidden />}>
        Cannot be undone
      </ToneBadge>
    )
  if (undo === 'pivot')
    return (
      <ToneBadge tone="green" icon={<IconShieldCheck size={13} aria-hidden />}>
        Removes nothing
      </ToneBadge>
    )
  return (
    <ToneBadge tone="gray" icon={<IconArrowBackUp size={13} aria-hidden />}>
      {undo === 'compensatable' ? 'Can be undone' : 'Undone by another plan'}
    </ToneBadge>
  )
}
