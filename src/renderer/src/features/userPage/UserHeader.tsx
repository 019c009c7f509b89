import { Anchor } from '@mantine/core'
import { IconCalendarEvent, IconLock, IconUserMinus } from '@tabler/icons-react'
import { Link } from 'wouter'
import { fullName, type Inventory } from '../../../../shared/offboarding/inventory.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { StatusBadge } from '../../components/StatusBadge/StatusBadge.tsx'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'
import { useStart } from '../../components/UserMenu/useStart.ts'
import { UserMenu } from '../../components/UserMenu/UserMenu.tsx'
import { formatDay } from '../../format/dates.ts'
import classes from './UserPage.module.css'

export function UserHeader({ inventory: { user, extension } }: { inventory: Inventory }) {
  const start = useStart()
  const name = fullName(user)
  const extensionNumber = extension?.extensionNumber ?? null
  const about = [user.jobTitle, user.site].filter((part) => part !== '').map((part) => ` · ${part}`)
  return (
    <PageHeader
      back={{ href: '/users', label: 'Users' }}
      title={name}
      subtitle={
        <>
          {extension === null ? (
            'No extension'
          ) : (
            <Anchor component={Link} href={`/extensions/${extension.id}`} inherit>
              Extension {extensionNumber}
            </Anchor>
          )}
          {about}
        </>
      }
      actions={
        <>
          <AllowedButton
            permission="offboard"
            // Who is deactivated has been offboarded: it is not what comes next any more.
            variant={user.status === 'ACTIVE' ? 'filled' : 'default'}
            leftSection={<IconUserMinus size={15} aria-hidden />}
            unavailable={user.status === 'DELETED' ? 'The user is deleted' : null}
            onClick={() => start('offboard', user.id)}
          >
            Offboard…
          </AllowedButton>
          <UserMenu
            user={{ name, status: user.status, extension: extensionNumber }}
            onChoose={(preset) => start(preset, user.id)}
          />
        </>
      }
    >
      <div className={classes.badges}>
        <StatusBadge status={user.status} />
        {user.leavesOn !== null && user.status === 'ACTIVE' && (
          <ToneBadge tone="amber" icon={<IconCalendarEvent size={13} aria-hidden />}>
            Leaves on {formatDay(user.leavesOn)}
          </ToneBadge>
        )}
        {user.legalHold !== null && (
          <ToneBadge tone="violet" icon={<IconLock size={13} aria-hidden />}>
            Legal hold: {user.legalHold}
          </ToneBadge>
        )}
      </div>
    </PageHeader>
  )
}
