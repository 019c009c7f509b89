import { useState } from 'react'
import type { OperatorRole } from '../../../../shared/offboarding/step.ts'
import { FormModal } from '../../components/FormModal/FormModal.tsx'
import { OperatorFields } from '../../components/OperatorFields/OperatorFields.tsx'
import { emptyOperator, operatorProblems } from '../../components/OperatorFields/operatorDraft.ts'
import { useNotKept } from '../../components/OperatorFields/useNotKept.ts'
import { useOperatorChange } from '../../data/operators.ts'
import { givenRoles } from './givenRoles.ts'
import { RoleSelect } from './RoleSelect.tsx'

export function AddOperator({ onClose }: { onClose: () => void }) {
  const add = useOperatorChange('operators.add')
  const [draft, setDraft] = useState(emptyOperator)
  const [role, setRole] = useState<OperatorRole>('itAdministrator')
  const [tried, setTried] = useState(false)
  useNotKept(() => setDraft({ ...draft, password: '', again: '' }))
  const submit = (): void => {
    setTried(true)
    if (operatorProblems(draft) !== null) return
    const { again: _again, ...operator } = draft
    add.mutate({ ...operator, role: givenRoles.parse(role), userId: null })
  }
  return (
    <FormModal
      title="Add operator"
      confirm="Add operator"
      failed="The operator was not added"
      unsaved={Object.values(draft).some((text) => text !== '')}
      change={add}
      onSubmit={submit}
      onClose={onClose}
    >
      <OperatorFields draft={draft} tried={tried} onChange={setDraft} />
      <RoleSelect role={role} onChange={setRole} />
    </FormModal>
  )
}
