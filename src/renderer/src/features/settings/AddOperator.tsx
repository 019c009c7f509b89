import { Button, Modal, NativeSelect } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { roleNames } from '../../../../shared/operators/permissions.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { OperatorFields } from '../../components/OperatorFields/OperatorFields.tsx'
import { emptyOperator, operatorProblems } from '../../components/OperatorFields/operatorDraft.ts'
import { useOperatorChange } from '../../data/operators.ts'
import { givenRoles } from './givenRoles.ts'
import classes from './Settings.module.css'

export function AddOperator({ onClose }: { onClose: () => void }) {
  const add = useOperatorChange('operators.add')
  const [draft, setDraft] = useState(emptyOperator)
  const [role, setRole] = useState<string>('itAdministrator')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (operatorProblems(draft) !== null) return
    const { again: _again, ...operator } = draft
    add.mutate({ ...operator, role: givenRoles.parse(role), userId: null }, { onSuccess: onClose })
  }
  return (
    <Modal opened onClose={onClose} title="Add operator" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <OperatorFields draft={draft} tried={tried} onChange={setDraft} />
        <NativeSelect
          label="Role"
          size="sm"
          value={role}
          data={givenRoles.options.map((value) => ({ value, label: roleNames[value] }))}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        {add.isError && <ErrorAlert title="The operator was not added" error={add.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add operator
          </Button>
        </div>
      </form>
    </Modal>
  )
}
