import { IconArrowForwardUp, IconDeviceLandlinePhone, IconHash, IconLicense, IconUsersGroup } from '@tabler/icons-react'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { Card } from '../../components/Card/Card.tsx'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'
import { formatQuantity } from '../../format/numbers.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import { ItemList } from './ItemList.tsx'
import { deviceStatusNames, numberStatusNames, ruleInWords } from './words.ts'
import classes from './UserPage.module.css'

export function NumbersCard({ inventory: { phoneNumbers, extension } }: { inventory: Inventory }) {
  return (
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
  )
}

export function DevicesCard({ inventory: { devices } }: { inventory: Inventory }) {
  return (
    <Card title="Devices" icon={<IconDeviceLandlinePhone size={16} />} count={devices.length}>
      <ItemList
        none="No device is assigned."
        items={devices.map(({ id, model, macAddress, status }) => ({
          key: id,
          name: model,
          detail: macAddress,
          badge: <ToneBadge tone="gray">{deviceStatusNames[status]}</ToneBadge>,
        }))}
      />
    </Card>
  )
}

export function LicencesCard({ inventory: { licences } }: { inventory: Inventory }) {
  return (
    <Card title="Licenses" icon={<IconLicense size={16} />} count={licences.length}>
      <ItemList
        none="No license is assigned."
        items={licences.map(({ id, name, country }) => ({ key: id, name, detail: country }))}
      />
    </Card>
  )
}

export function GroupsCard({ inventory: { ringGroups, callQueues } }: { inventory: Inventory }) {
  return (
    <Card title="Groups and queues" icon={<IconUsersGroup size={16} />} count={ringGroups.length + callQueues.length}>
      <ItemList
        none="In no ring group and no call queue."
        items={[
          ...ringGroups.map(({ id, name, extensionNumber, members }) => ({
            key: id,
            name,
            detail: `Ring group ${extensionNumber}, ${formatQuantity(members, 'member')}`,
          })),
          ...callQueues.map(({ id, name, memberType }) => ({
            key: id,
            name,
            detail: `Call queue, ${memberType === 'PRIMARY' ? 'primary' : 'secondary'} member`,
          })),
        ]}
      />
    </Card>
  )
}

export function ForwardingCard({ inventory: { forwardingRules, forwardedHere } }: { inventory: Inventory }) {
  return (
    <Card title="Forwarding" icon={<IconArrowForwardUp size={16} />} count={forwardingRules.length}>
      <ItemList
        none="No forwarding rule is set."
        items={forwardingRules.map((rule) => ({
          key: rule.id,
          name: ruleInWords(rule),
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
  )
}
