import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronUp, IconKey, IconLock, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { SignedInOperator } from '../../../shared/operators/model.ts'
import { roleNames } from '../../../shared/operators/permissions.ts'
import { Truncated } from '../components/Truncated/Truncated.tsx'
import { useLock, useSignOut } from '../data/session.ts'
import { ChangePassword } from './ChangePassword.tsx'
import classes from './OperatorMenu.module.css'

/** Who is signed in, at the foot of the rail: change the password, lock, sign out. */
export function OperatorMenu({ operator, narrow }: { operator: SignedInOperator; narrow: boolean }) {
  const lock = useLock()
  const signOut = useSignOut()
  const [changing, setChanging] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      {/* Gone at once: a menu that the lock hides while it fades would be open after it. */}
      <Menu
        position="top-start"
        width={narrow ? 200 : 'target'}
        returnFocus
        withInitialFocusPlaceholder={false}
        transitionProps={{ duration: 0 }}
      >
        <Menu.Target>
          <UnstyledButton ref={button} className={classes.operator ?? ''} data-narrow={narrow || undefined}>
            {narrow && <IconUserCircle size={17} aria-hidden />}
            <span className={narrow ? 'visuallyHidden' : classes.text}>
              <Truncated text={operator.name} className={classes.name} />
              <Truncated text={roleNames[operator.role]} className={classes.role} />
            </span>
            {!narrow && <IconChevronUp size={15} aria-hidden />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label="Operator">
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => setChanging(true)}>
            Change password…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLock size={16} aria-hidden />}
            onClick={() => {
              // The lock may be quicker than the menu gives it back.
              button.current?.focus()
              lock.mutate()
            }}
          >
            Lock
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </>
  )
}
