import { Button, TextInput } from '@mantine/core'
import { useId, useRef, useState, type FormEvent } from 'react'
import type { DamagedRecording, RecordingsChecked } from '../../../../shared/voicemail/recordings.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { ScrollBox } from '../../components/ScrollBox/ScrollBox.tsx'
import { formatDateTime } from '../../format/dates.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import { useFound } from './useFound.ts'
import classes from './Voicemail.module.css'

export type DamageFormProps = {
  checked: RecordingsChecked
  accept: { isPending: boolean; isError: boolean; error: unknown }
  onAccept: (reason: string) => void
  onClose: () => void
}

const columns: readonly DataColumn<DamagedRecording>[] = [
  {
    key: 'received',
    head: 'Received',
    width: 170,
    cell: ({ receivedAt, timezone }) => formatDateTime(receivedAt, timezone),
  },
  { key: 'extension', head: 'Extension', width: 80, cell: ({ extension }) => extension },
  {
    key: 'caller',
    head: 'Caller',
    rest: true,
    cell: ({ callerName, callerNumber }) => callerName || callerNumber || 'Unknown caller',
  },
  { key: 'damage', head: 'Recording', width: 90, cell: ({ damage }) => (damage === 'lost' ? 'Lost' : 'Changed') },
]

/** The damaged recordings, how they are repaired, and the decision about those that nothing can repair. */
export function DamageForm({ checked, accept, onAccept, onClose }: DamageFormProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const summary = useId()
  const { whole, changed, lost, damaged } = checked
  const field = useRef<HTMLInputElement>(null)
  const found = `${formatQuantity(changed + lost, 'recording is', 'recordings are')} damaged, ${formatQuantity(whole, 'is whole', 'are whole')}.`
  useFound(found, field)
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    setTried(true)
    if (reason.trim() === '') return
    onAccept(reason.trim())
  }
  return (
    <form className={classes.recordings} onSubmit={submit} noValidate>
      <p id={summary} className={classes.said}>
        {found}
      </p>
      <ScrollBox labelledBy={summary}>
        <DataTable label="Damaged recordings" columns={columns} rows={damaged} rowKey={({ id }) => id} />
      </ScrollBox>
      {damaged.length < changed + lost && (
        <p className={classes.said}>The first {formatCount(damaged.length)} are shown.</p>
      )}
      <p className={classes.said}>
        Import them again from where they came: that puts the recordings back. If nothing can, decide here. A changed
        recording is kept as it is now. A lost one has no file or no sound: its message is taken out of the mailbox.
        What was listed, and your reason, stay in the audit.
      </p>
      <TextInput
        label="Reason"
        ref={field}
        maxLength={200}
        value={reason}
        error={tried && reason.trim() === '' && 'Enter the reason.'}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {accept.isError && <ErrorAlert title="Nothing was decided" error={accept.error} />}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <AllowedButton permission="acceptDamage" color="red.9" loading={accept.isPending} onClick={submit}>
          {verbOf(changed, lost)}
        </AllowedButton>
      </div>
    </form>
  )
}

function verbOf(changed: number, lost: number): string {
  if (lost === 0) return `Keep ${formatQuantity(changed, 'recording')} as changed`
  const taken = `ake out ${formatQuantity(lost, 'message')}`
  return changed === 0 ? `T${taken}` : `Keep ${formatCount(changed)} as changed, t${taken}`
}
