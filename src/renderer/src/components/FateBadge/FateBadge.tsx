import { IconArrowRight, IconCalendarX, IconCheck, IconSnowflake, IconTrash, type Icon } from '@tabler/icons-react'
import type { Fate } from '../../../../shared/offboarding/effects.ts'
import { formatDay } from '../../format/dates.ts'
import { ToneBadge, type Tone } from '../StatusBadge/ToneBadge.tsx'

const fates: Readonly<Record<Fate, { label: string; tone: Tone; icon: Icon }>> = {
  kept: { label: 'Kept', tone: 'green', icon: IconCheck },
  moved: { label: 'Moved', tone: 'blue', icon: IconArrowRight },
  frozen: { label: 'Frozen', tone: 'violet', icon: IconSnowflake },
  removed: { label: 'Removed', tone: 'red', icon: IconTrash },
  removedOn: { label: 'Removed on', tone: 'amber', icon: IconCalendarX },
}

/** What becomes of something; with the day when one is known (removed on…, kept until…). */
export function FateBadge({ fate, until = null }: { fate: Fate; until?: string | null }) {
  const { label, tone, icon: FateIcon } = fates[fate]
  const day = until === null ? '' : ` ${fate === 'removedOn' ? '' : 'until '}${formatDay(until)}`
  return (
    <ToneBadge tone={tone} icon={<FateIcon size={13} aria-hidden />}>
      {label}
      {day}
    </ToneBadge>
  )
}
