import type { OperatorRow } from '../../../../shared/operators/model.ts'
import { ConfirmModal } from '../../components/ConfirmModal/ConfirmModal.tsx'
import { useOperatorChange } from '../../data/operators.ts'
import { ChangeRole, HandOver, ResetPassword } from './OperatorForms.tsx'

export type OperatorTask = 'role' | 'password' | 'audit' | 'handOver' | 'remove'
type OperatorDialogProps = { operator: OperatorRow; task: OperatorTask; onClose: () => void }

/** What is done with one operator, asked or typed first. */
export function OperatorDialog({ operator, task, onClose }: OperatorDialogProps) {
  switch (task) {
    case 'audit':
      return <AuditPrivilege operator={operator} onClose={onClose} />
    case 'remove':
      return <RemoveOperator operator={operator} onClose={onClose} />
    case 'role':
      return <ChangeRole operator={operator} onClose={onClose} />
    case 'password':
      return <ResetPassword operator={operator} onClose={onClose} />
    case 'handOver':
      return <HandOver operator={operator} onClose={onClose} />
  }
}

function AuditPrivilege({ operator, onClose }: Omit<OperatorDialogProps, 'task'>) {
  const change = useOperatorChange('operators.setAuditPrivilege')
  const granted = !operator.auditPrivilege
  return (
    <ConfirmModal
      opened
      title={granted ? `Give ${operator.name} the audit privilege?` : `Take the audit privilege from ${operator.name}?`}
      confirm={granted ? 'Give privilege' : 'Take privilege'}
      change={change}
      onConfirm={() => change.mutate({ operatorId: operator.id, granted })}
      onClose={onClose}
    >
      The audit privilege is the right to read chat in the Audit page. Every look is written into the audit.
    </ConfirmModal>
  )
}

function RemoveOperator({ operator, onClose }: Omit<OperatorDialogProps, 'task'>) {
  const remove = useOperatorChange('operators.remove')
  return (
    <ConfirmModal
      opened
      danger
      title={`Remove ${operator.name}?`}
      confirm="Remove operator"
      change={remove}
      onConfirm={() => remove.mutate({ operatorId: operator.id })}
      onClose={onClose}
    >
      {operator.name} cannot sign in any more; an open session ends at once. Runs and audit entries keep the name.
    </ConfirmModal>
  )
}
