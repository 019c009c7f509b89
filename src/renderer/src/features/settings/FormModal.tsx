import { Button, Modal } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import classes from './Settings.module.css'

type FormModalProps = {
  title: string
  /** The verb on the button. */
  confirm: string
  change: { isPending: boolean; isError: boolean; error: unknown }
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A small form in a dialog. */
export function FormModal({ title, confirm, change, onSubmit, onClose, children }: FormModalProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        {children}
        {change.isError && <ErrorAlert title="Nothing was changed" error={change.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
