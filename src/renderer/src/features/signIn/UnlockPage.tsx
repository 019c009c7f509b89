import { Button } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { PasswordField } from '../../components/PasswordField/PasswordField.tsx'
import { roleNames } from '../../../../shared/operators/permissions.ts'
import { focusFirstWrong } from '../../components/FormModal/focusFirstWrong.ts'
import { useSession, useSignOut, useUnlock } from '../../data/session.ts'
import { Front } from './Front.tsx'
import { Refused } from './Refused.tsx'
import classes from './SignIn.module.css'
import { TryButton } from './TryButton.tsx'
import { useDelay } from './useDelay.ts'

/** The window behind the lock: runs go on, nothing is shown, and the same operator comes back or signs out. */
export function UnlockPage() {
  const operator = useSession().data?.operator
  const unlock = useUnlock()
  const signOut = useSignOut()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const delay = useDelay(unlock.error)
  const waits = delay !== null && !delay.over
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  if (operator === undefined || operator === null) return null
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    focusFirstWrong(event.currentTarget)
    setTried(true)
    if (!waits && password !== '') unlock.mutate(password, { onError: () => field.current?.select() })
  }
  return (
    <Front title="Locked" lead={`${operator.name}, ${roleNames[operator.role].toLowerCase()}`}>
      <form className={classes.card} onSubmit={submit} noValidate aria-label="Unlock">
        <p className={classes.hint}>A run that is under way goes on.</p>
        <input type="text" hidden readOnly autoComplete="username" value={operator.userName} />
        <PasswordField
          label="Password"
          size="sm"
          ref={field}
          maxLength={200}
          autoComplete="current-password"
          value={password}
          error={tried && password === '' && 'Enter the password.'}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {unlock.isError && <Refused error={unlock.error} delay={delay} />}
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={() => signOut.mutate()}>
            Sign out
          </Button>
          <TryButton waits={waits} loading={unlock.isPending}>
            Unlock
          </TryButton>
        </div>
      </form>
    </Front>
  )
}
