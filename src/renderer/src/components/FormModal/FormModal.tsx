import { Button } from '@mantine/core'
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import type { Change } from '../../data/useWhenDone.ts'
import { Dialog } from '../Dialog/Dialog.tsx'
import { UnsavedAlert } from '../Dialog/UnsavedAlert.tsx'
import { useClosing } from '../Dialog/useClosing.ts'
import { useUnsaved } from '../Dialog/useUnsaved.ts'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'
import { focusFirstWrong } from './focusFirstWrong.ts'
import classes from './FormModal.module.css'

export type FormModalProps = {
  title: string
  /** The verb on the button. */
  confirm: string
  /** What did not come about when the change failed. */
  failed?: string
  /** Something differs from what is saved: it goes by a button alone, not by Escape or the cross. */
  unsaved?: boolean
  change: Change & { isPending: boolean; isError: boolean; error: unknown }
  onSubmit: () => void
  onClose: () => void
  /** What follows when the change is made; it closes unless something else is said. */
  onDone?: () => void
  children: ReactNode
}

/** A small form in a dialog. */
export function FormModal(props: FormModalProps) {
  const { title, confirm, failed = 'Nothing was changed', unsaved = false, change, onSubmit, onClose, children } = props
  useClosing(change, { title, onDone: props.onDone ?? onClose })
  const { asks, close } = useUnsaved(unsaved, onClose)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (change.isError) focusFirstWrong(form.current)
  }, [change.isError])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    focusFirstWrong(event.currentTarget)
    onSubmit()
  }
  return (
    <Dialog onClose={close} title={title}>
      <form ref={form} className={classes.form} onSubmit={submit} noValidate>
        {children}
        {change.isError && <ErrorAlert title={failed} error={change.error} />}
        {asks && <UnsavedAlert />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {asks ? 'Discard changes' : 'Cancel'}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
