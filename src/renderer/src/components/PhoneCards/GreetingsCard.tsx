import { IconMicrophone } from '@tabler/icons-react'
import { greetingId } from '../../../../shared/ids.ts'
import type { ExtensionInventory } from '../../../../shared/offboarding/inventory.ts'
import { Card } from '../Card/Card.tsx'
import { GreetingList } from '../GreetingList/GreetingList.tsx'

/** The greetings of an extension, to be heard. */
export function GreetingsCard({ greetings }: Pick<ExtensionInventory, 'greetings'>) {
  return (
    <Card title="Greetings" icon={<IconMicrophone size={16} />} count={greetings.length}>
      <GreetingList
        none="No greeting was recorded."
        greetings={greetings.map(({ id, kind, seconds }) => ({
          kind,
          seconds,
          place: { kind: 'greeting', id: greetingId.parse(id) },
        }))}
      />
    </Card>
  )
}
