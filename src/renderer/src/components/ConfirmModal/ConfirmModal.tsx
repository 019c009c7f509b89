import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Dialog } from '../Dialog/Dialog.tsx'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'
import classes from './ConfirmModal.module.css'

export type ConfirmModalProps = {
  opened: boolean
  title: string
  children: ReactNode
  /** The verb and its object: "Forget archive". */
  confirm: string
  danger?: boolean
  working: boolean
  error: unknown
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that is not done lightly; the focus starts on the harmless button. */
export function ConfirmModal(props: ConfirmModalProps) {
  const { opened, title, children, confirm, danger = false, working, error, onConfirm, onClose } = props
  if (!opened) return null
  return (
    <Dialog onClose={onClose} title={title} classNames={{ title: classes.title ?? '' }}>
      <div className={classes.text}>{children}</div>
      {error !== null && <ErrorAlert title="That did not work" error={error} />}
      <div className={classes.buttons}>
        <Button variant="default" data-autofocus onClick={onClose}>
          Cancel
        </Button>
        <Button {...(danger && { className: classes.danger ?? '' })} loading={working} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  )
}
