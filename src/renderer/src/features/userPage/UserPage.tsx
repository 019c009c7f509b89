import { useParams } from 'wouter'
import { userId } from '../../../../shared/ids.ts'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useInventory } from '../../data/users.ts'
import { UserHeader } from './UserHeader.tsx'
import { UserTabs } from './UserTabs.tsx'

/** Everything that hangs on one person. Route #/users/:userId. */
export function UserPage() {
  const params = useParams<{ userId: string }>()
  const inventory = useInventory(userId.parse(params.userId))
  if (inventory.data === undefined)
    return (
      <>
        <PageHeader back={{ href: '/users', label: 'Users' }} title="User" />
        <PageBody>
          <QueryView query={inventory} failed="The user could not be read">
            {() => null}
          </QueryView>
        </PageBody>
      </>
    )
  return (
    <>
      <UserHeader inventory={inventory.data} />
      <UserTabs inventory={inventory.data} />
    </>
  )
}
