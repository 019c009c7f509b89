import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import confirm from '../../components/ConfirmModal/ConfirmModal.module.css'
import { Dialog } from '../../components/Dialog/Dialog.tsx'
import { useClosing } from '../../components/Dialog/useClosing.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { useRemoveArchive } from '../../data/archives.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatDay } from '../../format/dates.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { archiveName } from './archiveName.ts'
import classes from './Archives.module.css'
import type { ArchiveDialogProps } from './ForgetArchive.tsx'

/** Moves an archive whose day has come to the wastebasket; the name of its folder has to be typed. */
export function RemoveArchive({ archive, onClose }: ArchiveDialogProps) {
  const { folder, path, messages, bytes, keepUntil } = archive
  const [typed, setTyped] = useState('')
  const remove = useRemoveArchive(archive.id)
  const [, navigate] = useLocation()
  const send = (): void => {
    if (typed === folder) remove.mutate(typed)
  }
  const title = `Move ${archiveName(archive)} to the wastebasket`
  useClosing(remove, { title, onDone: () => navigate('/archives') })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send()
  }
  return (
    <Dialog onClose={onClose} title={title}>
      <form className={classes.dialog} onSubmit={submit} noValidate>
        <p>
          {formatQuantity(messages, 'message')}, {formatBytes(bytes)}, go to the wastebasket of this computer with the
          whole folder. {keepUntil !== null && `It was to be kept until ${formatDay(keepUntil)}.`} The audit keeps who
          removed it.
        </p>
        <p className={classes.dim}>{path}</p>
        <TextInput
          label={`Type the name of the folder: ${folder}`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {remove.isError && <ErrorAlert title="The archive was not moved" error={remove.error} />}
        <div className={classes.formButtons}>
          <Button variant="default" data-autofocus onClick={onClose}>
            Keep it
          </Button>
          <AllowedButton
            className={confirm.danger ?? ''}
            loading={remove.isPending}
            unavailable={typed === folder ? null : 'Type the name of the folder first.'}
            onClick={send}
          >
            Move to the wastebasket
          </AllowedButton>
        </div>
      </form>
    </Dialog>
  )
}
