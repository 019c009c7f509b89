import { Button } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { focusFirstWrong } from '../../components/FormModal/focusFirstWrong.ts'
import { OperatorFields } from '../../components/OperatorFields/OperatorFields.tsx'
import { emptyOperator, operatorProblems } from '../../components/OperatorFields/operatorDraft.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { useCreateFirst } from '../../data/session.ts'
import { useTenant } from '../../data/tenant.ts'
import { Front } from './Front.tsx'
import classes from './SignIn.module.css'

/** A company from before there were operators: its primary administrator is made before anything else. */
export function ClaimPage() {
  const company = useTenant().data?.name ?? ''
  const create = useCreateFirst()
  const [draft, setDraft] = useState(emptyOperator)
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    focusFirstWrong(event.currentTarget)
    setTried(true)
    const { name, userName, password } = draft
    if (operatorProblems(draft) === null) create.mutate({ name, userName, password })
  }
  return (
    <Front title="Primary administrator" lead={company}>
      <form className={classes.card} onSubmit={submit} noValidate aria-label="Primary administrator">
        <p className={classes.hint}>
          This company has no operator yet. The primary administrator may do everything, and adds the others.
        </p>
        <OperatorFields draft={draft} tried={tried} onChange={setDraft} />
        {create.isError && <ErrorAlert title="The operator was not created" error={create.error} />}
        <Button type="submit" size="sm" fullWidth loading={create.isPending}>
          Create and sign in
        </Button>
      </form>
    </Front>
  )
}
