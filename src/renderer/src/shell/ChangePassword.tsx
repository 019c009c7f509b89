import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { PasswordField } from '../components/PasswordField/PasswordField.tsx'
import { FormModal } from '../components/FormModal/FormModal.tsx'
import { NewPasswordFields } from '../components/OperatorFields/NewPasswordFields.tsx'
import { passwordProblem, refusesPassword } from '../components/OperatorFields/operatorDraft.ts'
import { useNotKept } from '../components/OperatorFields/useNotKept.ts'
import { useChangePassword } from '../data/session.ts'

/** The operator's own password: the current one, and the new one twice. */
export function ChangePassword({ onClose }: { onClose: () => void }) {
  const change = useChangePassword()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState({ password: '', again: '' })
  const [tried, setTried] = useState(false)
  useNotKept(() => {
    setCurrent('')
    setNext({ password: '', again: '' })
  })
  const problem = passwordProblem(next.password)
  const differs = next.password === next.again ? null : 'The two passwords are not the same.'
  const submit = (): void => {
    setTried(true)
    if (current === '' || problem !== null || differs !== null) return
    change.mutate({ current, next: next.password })
  }
  const done = (): void => {
    notifications.show({ message: 'The password is changed.' })
    onClose()
  }
  return (
    <FormModal
      title="Change password"
      confirm="Change password"
      failed="The password was not changed"
      change={change}
      onSubmit={submit}
      onClose={onClose}
      onDone={done}
    >
      <PasswordField
        label="Current password"
        size="sm"
        required
        data-autofocus
        maxLength={200}
        autoComplete="current-password"
        value={current}
        error={tried && (current === '' ? 'Enter the current password.' : refusesPassword(change.error))}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the current password' }}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPasswordFields
        label="New password"
        value={next}
        problems={{
          ...(tried && problem !== null && { password: problem }),
          ...(tried && problem === null && differs !== null && { again: differs }),
        }}
        onChange={setNext}
      />
    </FormModal>
  )
}
