import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { Dialog } from '../Dialog/Dialog.tsx'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'
import classes from './FormModal.module.css'

export type FormModalProps = {
  title: string
  /** The verb on the button. */
  confirm: string
  /** What did not come about when the change failed. */
  failed?: string
  change: { isPending: boolean; isError: boolean; error: unknown }
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A small form in a dialog. */
export function FormModal(props: FormModalProps) {
  const { title, confirm, failed = 'Nothing was changed', change, onSubmit, onClose, children } = props
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog onClose={onClose} title={title}>
      <form className={classes.form} onSubmit={submit} noValidate>
        {children}
        {change.isError && <ErrorAlert title={failed} error={change.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
