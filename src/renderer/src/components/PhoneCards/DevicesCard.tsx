import { IconDeviceLandlinePhone } from '@tabler/icons-react'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { Card } from '../Card/Card.tsx'
import { ItemList } from '../ItemList/ItemList.tsx'
import { deviceStatusNames } from '../ItemList/phoneWords.ts'
import { ToneBadge } from '../StatusBadge/ToneBadge.tsx'

export function DevicesCard({ devices, none }: Pick<Inventory, 'devices'> & { none: string }) {
  return (
    <Card title="Devices" icon={<IconDeviceLandlinePhone size={16} />} count={devices.length}>
      <ItemList
        none={none}
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
