import { IconId, IconLogin2 } from '@tabler/icons-react'
import { fullName, type Inventory } from '../../../../shared/offboarding/inventory.ts'
import { canSignIn } from '../../../../shared/phoneSystem/rules.ts'
import { Card } from '../../components/Card/Card.tsx'
import { EmailText } from '../../components/FactList/EmailText.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { formatDate, formatDay } from '../../format/dates.ts'
import { formatCount } from '../../format/numbers.ts'
import { formatRole } from '../../format/roles.ts'
import { VerdictLine } from './VerdictLine.tsx'
import { localeName } from './words.ts'

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
          { label: 'Leaves on', value: user.leavesOn && formatDay(user.leavesOn) },
          { label: 'Created', value: formatDate(user.createdTime) },
          { label: 'Last changed', value: formatDate(user.lastUpdatedTime) },
        ]}
      />
    </Card>
  )
}

export function SignInCard({ user }: { user: Inventory['user'] }) {
  const verdict = canSignIn({ name: fullName(user), status: user.status, signInRevoked: user.signInRevoked })
  return (
    <Card title="Sign-in" icon={<IconLogin2 size={16} />}>
      <VerdictLine
        allowed={verdict.allowed}
        text={verdict.allowed ? 'The user can sign in' : 'The user cannot sign in'}
        reason={verdict.reason}
      />
      <FactList
        facts={[
          { label: 'Open sessions', value: formatCount(user.openSessions) },
          { label: 'Console role', value: formatRole(user.role) },
          { label: 'Identity provider', value: user.scimProvider },
        ]}
      />
    </Card>
  )
}
