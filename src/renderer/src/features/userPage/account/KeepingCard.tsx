import { IconCalendarX } from '@tabler/icons-react'
import type { NumberLeft } from '../../../../../shared/retention/contract.ts'
import { Card } from '../../../components/Card/Card.tsx'
import { FactList, type Fact } from '../../../components/FactList/FactList.tsx'
import { QueryView } from '../../../components/QueryView/QueryView.tsx'
import { useRetention } from '../../../data/users.ts'
import { formatDay } from '../../../format/dates.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import { keptUntil } from '../keptUntil.ts'
import type { TabProps } from '../tabProps.ts'

const withTheAccount = { false: 'Permanently deleted with the account', true: 'Deleted with the account' } as const

/** What of the person goes when: the days are those of the retention sweep and of the numbers as they are now. */
export function KeepingCard({ inventory: { user } }: TabProps) {
  const retention = useRetention(user.id)
  return (
    <Card title="What goes when" icon={<IconCalendarX size={16} />}>
      <QueryView query={retention} failed="The retention could not be read">
        {(rule) => (
          <FactList
            labels="long"
            facts={[
              ...(rule.legalHold === null ? [] : [{ label: 'Legal hold', value: rule.legalHold }]),
              { label: 'Faxes and text messages', value: keptUntil(rule) },
              ...rule.numbers.map(numberFact),
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

/** A phone number that is parked or given back until a day. */
function numberFact({ phoneNumber, where, until }: NumberLeft): Fact {
  return { label: formatPhoneNumber(phoneNumber), value: `${where} · until ${formatDay(until)}` }
}
