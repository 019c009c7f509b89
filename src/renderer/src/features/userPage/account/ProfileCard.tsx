import { IconId } from '@tabler/icons-react'
import type { Inventory } from '../../../../../shared/offboarding/inventory.ts'
import { Card } from '../../../components/Card/Card.tsx'
import { EmailText } from '../../../components/FactList/EmailText.tsx'
import { FactList } from '../../../components/FactList/FactList.tsx'
import { formatDate, formatDay } from '../../../format/dates.ts'
import { formatRole } from '../../../format/roles.ts'
import { localeName } from '../words.ts'

export function ProfileCard({ user }: { user: Inventory['user'] }) {
  return (
    <Card title="Profile" icon={<IconId size={16} />}>
      <FactList
        facts={[
          { label: 'User name', value: user.userName },
          { label: 'Email', value: user.primaryEmail && <EmailText address={user.primaryEmail} /> },
          { label: 'Job title', value: user.jobTitle },
          { label: 'Department', value: user.department },
          { label: 'Site', value: user.site },
          { label: 'Time zone', value: user.timezone },
          { label: 'Language', value: localeName(user.locale) },
          { label: 'Console role', value: formatRole(user.role) },
          { label: 'Identity provider', value: user.scimProvider },
          // Who has left does not leave any more, whatever day was planned.
          user.leftAt === null
            ? { label: 'Leaves on', value: user.leavesOn && formatDay(user.leavesOn) }
            : { label: 'Left', value: formatDate(user.leftAt) },
          { label: 'Created', value: formatDate(user.createdTime) },
          { label: 'Last changed', value: formatDate(user.lastUpdatedTime) },
        ]}
      />
    </Card>
  )
}
