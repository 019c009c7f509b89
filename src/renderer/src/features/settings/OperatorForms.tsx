import { useState } from 'react'
import { PasswordField } from '../../components/PasswordField/PasswordField.tsx'
import type { OperatorRow } from '../../../../shared/operators/model.ts'
import { NewPasswordFields } from '../../components/OperatorFields/NewPasswordFields.tsx'
import { passwordProblem, refusesPassword } from '../../components/OperatorFields/operatorDraft.ts'
import { FormModal } from '../../components/FormModal/FormModal.tsx'
import { useNotKept } from '../../components/OperatorFields/useNotKept.ts'
import { useOperatorChange } from '../../data/operators.ts'
import { givenRoles } from './givenRoles.ts'
import { RoleSelect } from './RoleSelect.tsx'

type OperatorFormProps = { operator: OperatorRow; onClose: () => void }

export function ChangeRole({ operator, onClose }: OperatorFormProps) {
  const change = useOperatorChange('operators.setRole')
  const [role, setRole] = useState(operator.role)
  const submit = (): void => change.mutate({ operatorId: operator.id, role: givenRoles.parse(role) })
  return (
    <FormModal
      title={`Role of ${operator.name}`}
      confirm="Change role"
      change={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <RoleSelect role={role} onChange={setRole} />
    </FormModal>
  )
}

export function ResetPassword({ operator, onClose }: OperatorFormProps) {
  const change = useOperatorChange('operators.resetPassword')
  const [typed, setTyped] = useState({ password: '', again: '' })
  const [tried, setTried] = useState(false)
  useNotKept(() => setTyped({ password: '', again: '' }))
  const problem = passwordProblem(typed.password)
  const differs = typed.password === typed.again ? null : 'The two passwords are not the same.'
  const submit = (): void => {
    setTried(true)
    if (problem !== null || differs !== null) return
    change.mutate({ operatorId: operator.id, password: typed.password })
  }
  return (
    <FormModal
      title={`New password for ${operator.name}`}
      confirm="Reset password"
      change={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <NewPasswordFields
        label="New password"
        value={typed}
        problems={{
          ...(tried && problem !== null && { password: problem }),
          ...(tried && problem === null && differs !== null && { again: differs }),
        }}
        onChange={setTyped}
      />
    </FormModal>
  )
}

export function HandOver({ operator, onClose }: OperatorFormProps) {
  const change = useOperatorChange('operators.handOver')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  useNotKept(() => setPassword(''))
  const submit = (): void => {
    setTried(true)
    if (password !== '') change.mutate({ operatorId: operator.id, password })
  }
  return (
    <FormModal
      title={`Hand over to ${operator.name}`}
      confirm="Hand over"
      change={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <PasswordField
        label="Own password"
        description={`${operator.name} becomes the primary administrator; whoever hands over stays a secondary one.`}
        size="sm"
        maxLength={200}
        autoComplete="current-password"
        value={password}
        error={tried && (password === '' ? 'Enter the own password.' : refusesPassword(change.error))}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormModal>
  )
}
