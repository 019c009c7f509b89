import { IconArrowBackUp, IconLockX } from '@tabler/icons-react'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'

/** Whether something can be undone. */
export function UndoMark({ undo }: { undo: boolean }) {
  return undo ? (
    <ToneBadge tone="gray" icon={<IconArrowBackUp size={13} aria-hidden />}>
      Can be undone
    </ToneBadge>
  ) : (
    <ToneBadge tone="red" icon={<IconLockX size={13} aria-hidden />}>
      Cannot be undone
    </ToneBadge>
  )
}
