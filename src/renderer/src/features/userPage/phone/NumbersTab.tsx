import { IconHash } from '@tabler/icons-react'
import { Card } from '../../../components/Card/Card.tsx'
import { ToneBadge } from '../../../components/StatusBadge/ToneBadge.tsx'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import { CardTab } from '../../../components/Card/CardTab.tsx'
import { ForwardingCard } from '../../../components/PhoneCards/ForwardingCard.tsx'
import { ItemList } from '../../../components/ItemList/ItemList.tsx'
import type { TabProps } from '../tabProps.ts'
import { numberStatusNames } from '../../../components/ItemList/phoneWords.ts'

export function NumbersTab({ inventory }: TabProps) {
  const { phoneNumbers, extension, forwardingRules, forwardedHere } = inventory
  return (
    <CardTab>
      <Card title="Phone numbers" icon={<IconHash size={16} />} count={phoneNumbers.length}>
        <ItemList
          none={extension === null ? 'Without an extension there is no phone number.' : 'No phone number leads here.'}
          items={phoneNumbers.map(({ phoneNumber, status, country, primary, origin }) => ({
            key: phoneNumber,
            name: formatPhoneNumber(phoneNumber),
            detail: [country, primary && 'primary', origin === 'PORTING' && 'ported in'].filter(Boolean).join(', '),
            badge: <ToneBadge tone={status === 'PORTING' ? 'amber' : 'gray'}>{numberStatusNames[status]}</ToneBadge>,
          }))}
        />
      </Card>
      <ForwardingCard forwardingRules={forwardingRules} forwardedHere={forwardedHere} />
    </CardTab>
  )
}
