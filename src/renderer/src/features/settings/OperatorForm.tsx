import { Button, Modal, NativeSelect, PasswordInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { OperatorRow } from '../../../../shared/operators/model.ts'
import { roleNames } from '../../../../shared/operators/permissions.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { NewPasswordFields } from '../../components/OperatorFields/NewPasswordFields.tsx'
import { passwordProblem } from '../../components/OperatorFields/operatorDraft.ts'
import { useOperatorChange } from '../../data/operators.ts'
import { givenRoles } from './AddOperator.tsx'
import classes from './Settings.module.css'

type FormTask = 'role' | 'password' | 'handOver'
type OperatorFormProps = { operator: OperatorRow; task: FormTask; onClose: () => void }
const verbs = { role: 'Change role', password: 'Reset password', handOver: 'Hand over' } as const

/** Role, new password, or the handover of the primary administrator, which takes the own password. */
export function OperatorForm({ operator, task, onClose }: OperatorFormProps) {
  const setRole = useOperatorChange('operators.setRole')
  const resetPassword = useOperatorChange('operators.resetPassword')
  const handOver = useOperatorChange('operators.handOver')
  const [role, chooseRole] = useState<string>(operator.role)
  const [typed, setTyped] = useState({ password: '', again: '' })
  const [own, setOwn] = useState('')
  const [tried, setTried] = useState(false)
  const problem = passwordProblem(typed.password)
  const differs = typed.password === typed.again ? null : 'The two passwords are not the same.'
  const { id: operatorId } = operator
  const change = { role: setRole, password: resetPassword, handOver }[task]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const after = { onSuccess: onClose }
    if (task === 'role') setRole.mutate({ operatorId, role: givenRoles.parse(role) }, after)
    if (task === 'password' && problem === null && differs === null)
      resetPassword.mutate({ operatorId, password: typed.password }, after)
    if (task === 'handOver' && own !== '') handOver.mutate({ operatorId, password: own }, after)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${verbs[task]}: ${operator.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        {task === 'role' && (
          <NativeSelect
            label="Role"
            size="sm"
            value={role}
            data={givenRoles.options.map((value) => ({ value, label: roleNames[value] }))}
            onChange={(event) => chooseRole(event.currentTarget.value)}
          />
        )}
        {task === 'password' && (
          <NewPasswordFields
            label="New password"
            value={typed}
            problems={{
              ...(tried && problem !== null && { password: problem }),
              ...(tried && problem === null && differs !== null && { again: differs }),
            }}
            onChange={setTyped}
          />
        )}
        {task === 'handOver' && (
          <PasswordInput
            label="Own password"
            description={`${operator.name} becomes the primary administrator; the one who hands over stays a secondary administrator.`}
            size="sm"
            maxLength={200}
            autoComplete="current-password"
            value={own}
            error={tried && own === '' && 'Enter the own password.'}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
        )}
        {change.isError && <ErrorAlert title="Nothing was changed" error={change.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            {verbs[task]}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
