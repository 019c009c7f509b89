import { IconCalendarX } from '@tabler/icons-react'
import type { Effect } from '../../../../../shared/offboarding/effects.ts'
import { Card } from '../../../components/Card/Card.tsx'
import { FactList, type Fact } from '../../../components/FactList/FactList.tsx'
import { QueryView } from '../../../components/QueryView/QueryView.tsx'
import { useRetention } from '../../../data/users.ts'
import { formatDay } from '../../../format/dates.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import { keptUntil } from '../keptUntil.ts'
import type { TabProps } from '../tabProps.ts'
import { useLastEffects } from '../useLastEffects.ts'

const withTheAccount = { false: 'Permanently deleted with the account', true: 'Deleted with the account' } as const

/** What of the person goes when: the days are those of the retention sweep and of the plan that was carried out. */
export function KeepingCard({ inventory: { user } }: TabProps) {
  const retention = useRetention(user.id)
  const effects = useLastEffects(user.id)
  return (
    <Card title="What goes when" icon={<IconCalendarX size={16} />}>
      <QueryView query={retention} failed="The retention could not be read">
        {(rule) => (
          <FactList
            labels="long"
            facts={[
              ...(rule.legalHold === null ? [] : [{ label: 'Legal hold', value: rule.legalHold }]),
              { label: 'Faxes and text messages', value: keptUntil(rule) },
              ...effects.filter(({ until, fate }) => until !== null && fate !== 'removedOn').flatMap(numberFacts),
              { label: 'Meetings and contacts', value: withTheAccount[`${user.status === 'DELETED'}`] },
              { label: 'Calls and bills', value: 'Kept indefinitely' },
              { label: 'Chat', value: 'Kept indefinitely' },
            ]}
          />
        )}
      </QueryView>
    </Card>
  )
}

/** Phone numbers that were parked or given back until a day. */
function numberFacts({ items, where, until }: Effect): Fact[] {
  return items.map((item) => ({
    label: formatPhoneNumber(item),
    value: `${where}${until === null ? '' : ` · until ${formatDay(until)}`}`,
  }))
}
