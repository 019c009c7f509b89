import { IconHeadset, IconUsersGroup } from '@tabler/icons-react'
import { Card } from '../../../components/Card/Card.tsx'
import { formatQuantity } from '../../../format/numbers.ts'
import { CardTab } from '../../../components/Card/CardTab.tsx'
import { ItemList } from '../../../components/ItemList/ItemList.tsx'
import type { TabProps } from '../tabProps.ts'

export function GroupsTab({ inventory: { ringGroups, callQueues } }: TabProps) {
  return (
    <CardTab>
      <Card title="Ring groups" icon={<IconUsersGroup size={16} />} count={ringGroups.length}>
        <ItemList
          none="In no ring group."
          items={ringGroups.map(({ id, name, extensionNumber, members }) => ({
            key: id,
            name,
            detail: `Extension ${extensionNumber}, ${formatQuantity(members, 'member')}`,
          }))}
        />
      </Card>
      <Card title="Call queues" icon={<IconHeadset size={16} />} count={callQueues.length}>
        <ItemList
          none="In no call queue."
          items={callQueues.map(({ id, name, memberType }) => ({
            key: id,
            name,
            detail: memberType === 'PRIMARY' ? 'Primary member' : 'Secondary member',
          }))}
        />
      </Card>
    </CardTab>
  )
}
