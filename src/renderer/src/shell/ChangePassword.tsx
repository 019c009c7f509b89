import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type FormEvent } from 'react'
import { ErrorAlert } from '../components/ErrorAlert/ErrorAlert.tsx'
import { NewPasswordFields } from '../components/OperatorFields/NewPasswordFields.tsx'
import { passwordProblem } from '../components/OperatorFields/operatorDraft.ts'
import { useChangePassword } from '../data/session.ts'

/** The operator's own password: the current one, and the new one twice. */
export function ChangePassword({ onClose }: { onClose: () => void }) {
  const change = useChangePassword()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState({ password: '', again: '' })
  const [tried, setTried] = useState(false)
  const problem = passwordProblem(next.password)
  const differs = next.password === next.again ? null : 'The two passwords are not the same.'
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (current === '' || problem !== null || differs !== null) return
    const done = (): void => {
      notifications.show({ message: 'The password is changed.' })
      onClose()
    }
    change.mutate({ current, next: next.password }, { onSuccess: done })
  }
  return (
    <Modal opened onClose={onClose} title="Change password" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <PasswordInput
            label="Current password"
            size="sm"
            required
            data-autofocus
            maxLength={200}
            autoComplete="current-password"
            value={current}
            error={tried && current === '' && 'Enter the current password.'}
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
          {change.isError && <ErrorAlert title="The password was not changed" error={change.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={change.isPending}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
