import { IconAdjustments } from '@tabler/icons-react'
import { Card } from '../../../components/Card/Card.tsx'
import { FactList } from '../../../components/FactList/FactList.tsx'
import { QueryView } from '../../../components/QueryView/QueryView.tsx'
import { usePersonList } from '../../../data/personLists.ts'
import { CardTab } from '../../../components/Card/CardTab.tsx'
import { GreetingsCard } from '../../../components/PhoneCards/GreetingsCard.tsx'
import type { TabProps } from '../tabProps.ts'
import { preferenceName, preferenceValue } from '../words.ts'
import classes from '../UserPage.module.css'

export function PreferencesTab({ inventory: { counts, greetings, user } }: TabProps) {
  const { head } = usePersonList('person.preferences', user.id)
  return (
    <CardTab>
      <Card title="Preferences" icon={<IconAdjustments size={16} />} count={counts.preference}>
        <QueryView
          query={head}
          failed="The preferences could not be read"
          empty={{
            when: ({ rows }) => rows.length === 0,
            show: <p className={classes.none}>No preference is stored. A reset removes them for good.</p>,
          }}
        >
          {({ rows }) => (
            <FactList
              labels="long"
              facts={rows.map(({ key, value }) => ({ label: preferenceName(key), value: preferenceValue(value) }))}
            />
          )}
        </QueryView>
      </Card>
      <GreetingsCard greetings={greetings} />
    </CardTab>
  )
}
