import { IconAlertTriangle, IconFolderOff, IconHelpCircle, IconShieldCheck } from '@tabler/icons-react'
import type { ArchiveRow } from '../../../../shared/archives/model.ts'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'
import { formatDate } from '../../format/dates.ts'

/** Whether the archive is there and was found whole, and when that was checked last. */
export function ArchiveState({ archive: { present, verification, verifiedAt } }: { archive: ArchiveRow }) {
  const when = verifiedAt === null ? '' : ` ${formatDate(verifiedAt)}`
  if (!present)
    return (
      <ToneBadge tone="amber" icon={<IconFolderOff size={13} aria-hidden />}>
        Folder missing
      </ToneBadge>
    )
  if (verification === 'damaged')
    return (
      <ToneBadge tone="red" icon={<IconAlertTriangle size={13} aria-hidden />}>
        Damaged{when}
      </ToneBadge>
    )
  if (verification === 'valid')
    return (
      <ToneBadge tone="green" icon={<IconShieldCheck size={13} aria-hidden />}>
        Verified{when}
      </ToneBadge>
    )
  return (
    <ToneBadge tone="gray" icon={<IconHelpCircle size={13} aria-hidden />}>
      Not verified
    </ToneBadge>
  )
}
