import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { focusFirstWrong } from '../../components/FormModal/focusFirstWrong.ts'
import { OperatorFields } from '../../components/OperatorFields/OperatorFields.tsx'
import { emptyOperator, operatorProblems } from '../../components/OperatorFields/operatorDraft.ts'
import { useCreateOwn } from '../../data/tenant.ts'
import classes from './FirstStart.module.css'

/** Name, first site and primary administrator; then the Import page, because a company without users has nothing to show. */
export function OwnCompanyForm({ onBack }: { onBack: () => void }) {
  const [name, setName] = useState('')
  const [site, setSite] = useState('')
  const [administrator, setAdministrator] = useState(emptyOperator)
  const [tried, setTried] = useState(false)
  const create = useCreateOwn()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const [, navigate] = useLocation()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    focusFirstWrong(event.currentTarget)
    setTried(true)
    if (name.trim() === '' || site.trim() === '' || operatorProblems(administrator) !== null) return
    const { again: _again, ...operator } = administrator
    // Not mutate's own onSuccess: the form may have given way to the pages by then, and it would not be called.
    create.mutateAsync({ name, site, administrator: operator }).then(
      () => navigate('/import'),
      () => undefined,
    )
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <h2>Set up your own</h2>
      <div className={classes.fields}>
        <TextInput
          label="Company name"
          size="sm"
          required
          ref={first}
          maxLength={100}
          value={name}
          error={tried && name.trim() === '' && 'Enter the name of the company.'}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="First site"
          description="Where people work; a city or a building. Imports add more."
          size="sm"
          required
          maxLength={100}
          value={site}
          error={tried && site.trim() === '' && 'Enter a site.'}
          onChange={(event) => setSite(event.currentTarget.value)}
        />
      </div>
      <h3 className={classes.subheading}>Primary administrator</h3>
      <div className={classes.fields}>
        <OperatorFields draft={administrator} tried={tried} onChange={setAdministrator} />
      </div>
      {create.isError && <ErrorAlert title="The company was not set up" error={create.error} />}
      <Buttons busy={create.isPending} onBack={onBack} />
    </form>
  )
}

function Buttons({ busy, onBack }: { busy: boolean; onBack: () => void }) {
  return (
    <div className={classes.buttons}>
      <Button variant="default" size="sm" onClick={onBack}>
        Back
      </Button>
      <Button type="submit" size="sm" loading={busy}>
        Set up
      </Button>
    </div>
  )
}
