import { IconAdjustments, IconMicrophone } from '@tabler/icons-react'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { Card } from '../../components/Card/Card.tsx'
import { formatDuration } from '../../format/durations.ts'
import { ItemList } from './ItemList.tsx'
import { greetingNames } from './words.ts'
import classes from './UserPage.module.css'

export function GreetingsCard({ inventory: { greetings } }: { inventory: Inventory }) {
  return (
    <Card title="Greetings" icon={<IconMicrophone size={16} />} count={greetings.length}>
      <ItemList
        none="No greeting was recorded."
        items={greetings.map(({ id, kind, seconds }) => ({
          key: id,
          name: greetingNames[kind],
          detail: formatDuration(seconds),
        }))}
      />
    </Card>
  )
}

export function PreferencesCard({ inventory: { counts } }: { inventory: Inventory }) {
  return (
    <Card title="Preferences" icon={<IconAdjustments size={16} />} count={counts.preference}>
      <p className={classes.none}>
        Settings that the person made: ringtone, hold music, speed dials and the like. A reset removes them for good.
      </p>
    </Card>
  )
}
