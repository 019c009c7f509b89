import { IconArrowForwardUp, IconHash } from '@tabler/icons-react'
import { Card } from '../../../components/Card/Card.tsx'
import { ToneBadge } from '../../../components/StatusBadge/ToneBadge.tsx'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import { CardTab } from '../../../components/Card/CardTab.tsx'
import { ItemList } from '../../../components/ItemList/ItemList.tsx'
import type { TabProps } from '../tabProps.ts'
import { numberStatusNames, ruleInWords } from '../../../components/ItemList/phoneWords.ts'
import classes from '../UserPage.module.css'

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
      <Card title="Forwarding" icon={<IconArrowForwardUp size={16} />} count={forwardingRules.length}>
        <ItemList
          none="No forwarding rule is set."
          items={forwardingRules.map((rule) => ({
            key: rule.id,
            name: ruleInWords(rule),
            detail: rule.setBy === 'administrator' ? 'set by an administrator' : undefined,
            badge: <ToneBadge tone={rule.enabled ? 'green' : 'gray'}>{rule.enabled ? 'On' : 'Off'}</ToneBadge>,
          }))}
        />
        {forwardedHere.length > 0 && (
          <p className={classes.note}>
            Calls of {forwardedHere.length === 1 ? 'extension' : 'extensions'} {forwardedHere.join(', ')} are forwarded
            here.
          </p>
        )}
      </Card>
    </CardTab>
  )
}
