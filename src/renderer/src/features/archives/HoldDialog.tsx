import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { useSetHold } from '../../data/archives.ts'
import classes from './Archives.module.css'
import type { ArchiveDialogProps } from './ForgetArchive.tsx'

/** Puts an archive under legal hold with a reason, or lifts the hold. */
export function HoldDialog({ archive, onClose }: ArchiveDialogProps) {
  const { personName, legalHold } = archive
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const hold = useSetHold(archive.id)
  const lifting = legalHold !== null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!lifting && reason.trim() === '') return
    hold.mutate(lifting ? null : reason.trim(), { onSuccess: onClose })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={lifting ? 'Lift the legal hold?' : 'Put under legal hold'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className={classes.notesForm} onSubmit={submit} noValidate>
        {lifting ? (
          <p>
            The archive of {personName} is held for: {legalHold}. Without the hold it can be removed when its day has
            come.
          </p>
        ) : (
          <TextInput
            label="Reason"
            description="For example a case number. As long as the hold lasts, the archive cannot be removed."
            maxLength={200}
            data-autofocus
            value={reason}
            error={tried && reason.trim() === '' && 'Enter the reason.'}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {hold.isError && <ErrorAlert title="Nothing was changed" error={hold.error} />}
        <div className={classes.formButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={hold.isPending}>
            {lifting ? 'Lift the hold' : 'Put under hold'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
