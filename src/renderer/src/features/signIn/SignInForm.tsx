import { Alert, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { PasswordField } from '../../components/PasswordField/PasswordField.tsx'
import { focusFirstWrong } from '../../components/FormModal/focusFirstWrong.ts'
import type { useSignIn } from '../../data/session.ts'
import { Refused } from './Refused.tsx'
import classes from './SignIn.module.css'
import { TryButton } from './TryButton.tsx'
import { useDelay } from './useDelay.ts'

type SignInFormProps = { signIn: ReturnType<typeof useSignIn>; notice: string | null }

export function SignInForm({ signIn, notice }: SignInFormProps) {
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const delay = useDelay(signIn.error)
  // Another name has no delay.
  const waits = delay !== null && !delay.over && signIn.variables?.userName.trim() === userName.trim()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    focusFirstWrong(event.currentTarget)
    setTried(true)
    if (waits || userName.trim() === '' || password === '') return
    signIn.mutate({ userName, password }, { onError: () => second.current?.select() })
  }
  return (
    <form className={classes.card} onSubmit={submit} noValidate aria-label="Sign in">
      {notice !== null && !signIn.isError && (
        <Alert color="yellow" variant="light" title="The last session ended">
          {notice}
        </Alert>
      )}
      <TextInput
        label="User name"
        size="sm"
        ref={first}
        maxLength={100}
        autoComplete="username"
        value={userName}
        error={tried && userName.trim() === '' && 'Enter the user name.'}
        onChange={(event) => setUserName(event.currentTarget.value)}
      />
      <PasswordField
        label="Password"
        size="sm"
        ref={second}
        maxLength={200}
        autoComplete="current-password"
        value={password}
        error={tried && password === '' && 'Enter the password.'}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {signIn.isError && <Refused error={signIn.error} delay={delay} />}
      <TryButton fullWidth waits={waits} loading={signIn.isPending}>
        Sign in
      </TryButton>
    </form>
  )
}
