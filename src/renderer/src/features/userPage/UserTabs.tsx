import { Tabs } from '@mantine/core'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { usePersonList } from '../../data/personLists.ts'
import { usePersonRuns } from '../../data/users.ts'
import { formatCount } from '../../format/numbers.ts'
import { useNarrow } from '../../theme/useNarrow.ts'
import { userTabs } from './tabs.ts'
import classes from './UserPage.module.css'

const styles = {
  root: classes.tabs ?? '',
  list: classes.tabList ?? '',
  tab: classes.tab ?? '',
  tabLabel: classes.tabLabel ?? '',
  panel: classes.panel ?? '',
}

/** What hangs on the person, a tab each: a list of contents at the side, a strip above in a narrow window. */
export function UserTabs({ inventory }: { inventory: Inventory }) {
  const narrow = useNarrow()
  const runs = usePersonRuns(inventory.user.id).data?.length ?? 0
  const sessions = usePersonList('person.sessions', inventory.user.id).list.total
  return (
    <Tabs
      defaultValue="overview"
      orientation={narrow ? 'horizontal' : 'vertical'}
      keepMounted={false}
      classNames={styles}
    >
      <Tabs.List aria-label="What hangs on the person">
        {userTabs.map(({ value, label, count }) => (
          <Tabs.Tab key={value} value={value}>
            <span>{label}</span>
            {count !== null && <Count count={count(inventory, { runs, sessions })} />}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {userTabs.map(({ value, panel: Panel }) => (
        <Tabs.Panel key={value} value={value}>
          <Panel inventory={inventory} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function Count({ count }: { count: number }) {
  return <span className={classes.tabCount}>{formatCount(count)}</span>
}
