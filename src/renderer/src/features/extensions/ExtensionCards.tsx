import { Anchor } from '@mantine/core'
import { IconHash, IconHistory, IconPhone, IconUsersGroup } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { ExtensionRow, FormerHolder } from '../../../../shared/extensions/model.ts'
import type { ExtensionInventory } from '../../../../shared/offboarding/inventory.ts'
import { Card } from '../../components/Card/Card.tsx'
import { CardTab } from '../../components/Card/CardTab.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { ItemList, type Item } from '../../components/ItemList/ItemList.tsx'
import { DevicesCard } from '../../components/PhoneCards/DevicesCard.tsx'
import { ForwardingCard } from '../../components/PhoneCards/ForwardingCard.tsx'
import { GreetingsCard } from '../../components/PhoneCards/GreetingsCard.tsx'
import { StatusBadge } from '../../components/StatusBadge/StatusBadge.tsx'
import { formatDateTime } from '../../format/dates.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import { NumberCard } from './NumberCard.tsx'
import type { Task } from './tasks.ts'

export type ExtensionCardsProps = {
  row: ExtensionRow
  inventory: ExtensionInventory
  former: readonly FormerHolder[]
  onTask: (task: Task) => void
}

/** What hangs on the extension, and who had it. */
export function ExtensionCards({ row, inventory, former, onTask }: ExtensionCardsProps) {
  const { devices, forwardingRules, forwardedHere, greetings, ringGroups, callQueues } = inventory
  const groups = [...ringGroups.map(toGroup('ring group')), ...callQueues.map(toGroup('call queue'))]
  return (
    <CardTab>
      <Card
        title="Who has and had it"
        icon={<IconHistory size={16} />}
        count={former.length + (row.holder === null ? 0 : 1)}
      >
        <ItemList none="Nobody has or had it." items={[...holderItems(row), ...former.map(formerItem)]} />
      </Card>
      <NumberCard row={row} inventory={inventory} icon={<IconHash size={16} />} onTask={onTask} />
      <Card title="Extension" icon={<IconPhone size={16} />}>
        <ExtensionFacts inventory={inventory} />
      </Card>
      <DevicesCard devices={devices} none="No device is assigned." />
      <ForwardingCard forwardingRules={forwardingRules} forwardedHere={forwardedHere} />
      <GreetingsCard greetings={greetings} />
      <Card title="Groups" icon={<IconUsersGroup size={16} />} count={groups.length}>
        <ItemList none="It is in no ring group and no call queue." items={groups} />
      </Card>
    </CardTab>
  )
}

function ExtensionFacts({ inventory: { extension, counts } }: Pick<ExtensionCardsProps, 'inventory'>) {
  const { externalCallerIdNumber } = extension
  return (
    <FactList
      facts={[
        { label: 'With site code', value: extension.fqExtensionNumber },
        { label: 'Caller ID name', value: extension.externalCallerIdName },
        { label: 'Caller ID number', value: externalCallerIdNumber && formatPhoneNumber(externalCallerIdNumber) },
        { label: 'Emergency address', value: extension.emergencyAddress },
        { label: 'Preferences', value: String(counts.preference) },
        { label: 'Call list', value: String(counts.callLog) },
      ]}
    />
  )
}

function holderItems({ holder }: ExtensionRow): Item[] {
  if (holder === null) return []
  return [
    { key: holder.userId, name: userLink(holder), detail: 'has it now', badge: <StatusBadge status={holder.status} /> },
  ]
}

function formerItem(one: FormerHolder): Item {
  return {
    key: `${one.userId} ${one.until}`,
    name: userLink(one),
    detail: `until ${formatDateTime(one.until)}`,
    badge: <StatusBadge status={one.status} />,
  }
}

function userLink({ userId, name }: Pick<FormerHolder, 'userId' | 'name'>) {
  return (
    <Anchor component={Link} href={`/users/${userId}`} inherit>
      {name}
    </Anchor>
  )
}

function toGroup(kind: string): (group: { id: string; name: string }) => Item {
  return ({ id, name }) => ({ key: id, name, detail: kind })
}
