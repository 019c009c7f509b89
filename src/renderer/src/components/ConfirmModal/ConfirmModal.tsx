import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Change } from '../../data/useWhenDone.ts'
import { Dialog } from '../Dialog/Dialog.tsx'
import { useClosing } from '../Dialog/useClosing.ts'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'
import classes from './ConfirmModal.module.css'

export type ConfirmModalProps = {
  opened: boolean
  title: string
  children: ReactNode
  /** The verb and its object: "Forget archive". */
  confirm: string
  danger?: boolean
  change: Change & { isPending: boolean; error: unknown }
  onConfirm: () => void
  onClose: () => void
  /** What follows when the change is made; it closes unless something else is said. */
  onDone?: () => void
}

/** Asks before something that is not done lightly; the focus starts on the harmless button. */
export function ConfirmModal(props: ConfirmModalProps) {
  const { opened, title, children, confirm, danger = false, change, onConfirm, onClose } = props
  useClosing(change, { title, onDone: props.onDone ?? onClose })
  if (!opened) return null
  return (
    <Dialog onClose={onClose} title={title} classNames={{ title: classes.title ?? '' }}>
      <div className={classes.text}>{children}</div>
      {change.error !== null && <ErrorAlert title="That did not work" error={change.error} />}
      <div className={classes.buttons}>
        <Button variant="default" data-autofocus onClick={onClose}>
          Cancel
        </Button>
        <Button {...(danger && { className: classes.danger ?? '' })} loading={change.isPending} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  )
}
