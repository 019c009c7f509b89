import { Tabs } from '@mantine/core'
import { useParams } from 'wouter'
import { userId } from '../../../../shared/ids.ts'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useInventory } from '../../data/users.ts'
import { formatCount } from '../../format/numbers.ts'
import { Overview } from './Overview.tsx'
import { Records, recordsOf } from './Records.tsx'
import { UserHeader } from './UserHeader.tsx'
import { VoicemailTab } from './VoicemailTab.tsx'
import classes from './UserPage.module.css'

/** Everything that hangs on one person. Route #/users/:userId. */
export function UserPage() {
  const params = useParams<{ userId: string }>()
  const inventory = useInventory(userId.parse(params.userId))
  return (
    <>
      {inventory.data === undefined ? (
        <>
          <PageHeader back={{ href: '/users', label: 'Users' }} title="User" />
          <PageBody>
            <QueryView query={inventory} failed="The user could not be read">
              {() => null}
            </QueryView>
          </PageBody>
        </>
      ) : (
        <>
          <UserHeader inventory={inventory.data} />
          <UserTabs inventory={inventory.data} />
        </>
      )}
    </>
  )
}

function UserTabs({ inventory }: { inventory: Inventory }) {
  const records = recordsOf(inventory).reduce((sum, { count }) => sum + count, 0)
  return (
    <Tabs
      defaultValue="overview"
      keepMounted={false}
      classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
    >
      <Tabs.List px="var(--page-padding)" aria-label="What hangs on the person">
        <Tabs.Tab value="overview">Overview</Tabs.Tab>
        <Tabs.Tab value="voicemail">
          Voicemail <Count count={inventory.voicemail.count} />
        </Tabs.Tab>
        <Tabs.Tab value="records">
          Calls, chats and other records <Count count={records} />
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="overview">
        <PageBody>
          <Overview inventory={inventory} />
        </PageBody>
      </Tabs.Panel>
      <Tabs.Panel value="voicemail">
        <PageBody>
          <VoicemailTab inventory={inventory} />
        </PageBody>
      </Tabs.Panel>
      <Tabs.Panel value="records">
        <PageBody>
          <Records inventory={inventory} />
        </PageBody>
      </Tabs.Panel>
    </Tabs>
  )
}

function Count({ count }: { count: number }) {
  return <span className={classes.tabCount}>{formatCount(count)}</span>
}
