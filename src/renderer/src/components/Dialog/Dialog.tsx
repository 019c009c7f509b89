import { Modal, type ModalProps } from '@mantine/core'
import { useReturnFocus } from './useReturnFocus.ts'

export type DialogProps = Omit<ModalProps, 'opened' | 'closeButtonProps'> & {
  /** It cannot be closed: something runs that has to be stopped first. */
  busy?: boolean
}

/** A modal dialog for as long as it is there; the focus then goes back to where it was. */
export function Dialog({ busy = false, onClose, ...props }: DialogProps) {
  useReturnFocus()
  return (
    <Modal
      opened
      onClose={busy ? () => undefined : onClose}
      // A click that misses the dialog would take with it what was typed.
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Close', disabled: busy }}
      {...props}
    />
  )
}
