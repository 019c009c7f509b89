import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormModal } from '../../components/FormModal/FormModal.tsx'
import { useSetHold } from '../../data/archives.ts'
import { archiveName } from './archiveName.ts'
import type { ArchiveDialogProps } from './ForgetArchive.tsx'

/** Puts an archive under legal hold with a reason, or lifts the hold. */
export function HoldDialog({ archive, onClose }: ArchiveDialogProps) {
  const { legalHold } = archive
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const hold = useSetHold(archive.id)
  const lifting = legalHold !== null
  const submit = (): void => {
    setTried(true)
    if (!lifting && reason.trim() === '') return
    hold.mutate(lifting ? null : reason.trim())
  }
  return (
    <FormModal
      title={lifting ? 'Lift the legal hold?' : 'Put under legal hold'}
      confirm={lifting ? 'Lift the hold' : 'Put under hold'}
      change={hold}
      onSubmit={submit}
      onClose={onClose}
    >
      {lifting ? (
        <p>
          Until now {archiveName(archive)} is held for: {legalHold}. Without the hold it can be removed when its day has
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
    </FormModal>
  )
}
