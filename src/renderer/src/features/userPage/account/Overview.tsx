import { CardTab } from '../../../components/Card/CardTab.tsx'
import type { TabProps } from '../tabProps.ts'
import { ChecksCard } from './ChecksCard.tsx'
import { KeepingCard } from './KeepingCard.tsx'
import { ProfileCard } from './ProfileCard.tsx'

/** Who the person is, what the phone system would let them do, and what of theirs goes when. */
export function Overview({ inventory }: TabProps) {
  return (
    <CardTab>
      <ProfileCard user={inventory.user} />
      <ChecksCard inventory={inventory} />
      <KeepingCard inventory={inventory} />
    </CardTab>
  )
}
