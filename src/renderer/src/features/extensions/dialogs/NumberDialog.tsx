import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { NumberChoice } from '../../../../../shared/offboarding/choices.ts'
import { firstParkDay } from '../../../../../shared/offboarding/parking.ts'
import type { PlanRequest } from '../../../../../shared/offboarding/request.ts'
import { ExtensionPicker } from '../../../components/ExtensionPicker/ExtensionPicker.tsx'
import { PlanDialog } from '../../../components/PlanDialog/PlanDialog.tsx'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import { dayHere } from '../../../../../shared/dayHere.ts'
import type { Task } from '../tasks.ts'

type NumberTask = Extract<Task, { kind: 'reassign' | 'park' | 'release' }>

const verbs = { reassign: 'Reassign number', park: 'Park number', release: 'Release number' } as const
const targets = {
  reassign: 'Choose the extension that gets the number.',
  park: 'Choose the day until which the number is parked.',
  release: '',
} as const

/** Reassigns, parks or releases one phone number of an extension. */
export function NumberDialog({ task, onClose }: { task: NumberTask; onClose: () => void }) {
  const { kind, extension, phoneNumbers } = task
  const [phoneNumber, setPhoneNumber] = useState(task.phoneNumber ?? onlyOne(phoneNumbers))
  const [target, setTarget] = useState<string | null>(null)
  const [today] = useState(() => dayHere(new Date()))
  const choice = choiceOf(kind, target)
  const request: PlanRequest | null =
    phoneNumber === null || choice === null
      ? null
      : {
          kind: 'extension',
          extensionId: extension.id,
          choices: { numbers: { [phoneNumber]: choice }, reclaim: [], assignProfile: null },
        }
  const shown = phoneNumber === null ? 'a phone number' : formatPhoneNumber(phoneNumber)
  return (
    <PlanDialog
      title={`${verbs[kind].split(' ')[0]} ${shown} of extension ${extension.extensionNumber}`}
      request={request}
      missing={phoneNumber === null ? 'Choose the phone number.' : targets[kind]}
      verb={verbs[kind]}
      onClose={onClose}
    >
      {task.phoneNumber === null && phoneNumbers.length > 1 && (
        <Select
          label="Phone number"
          placeholder="Choose"
          data={phoneNumbers.map((value) => ({ value, label: formatPhoneNumber(value) }))}
          data-autofocus
          value={phoneNumber}
          onChange={setPhoneNumber}
          w={260}
        />
      )}
      {kind === 'reassign' && (
        <ExtensionPicker
          label={`Extension that gets ${shown}`}
          value={target}
          except={extension.extensionNumber}
          free
          first={task.phoneNumber !== null || phoneNumbers.length === 1}
          onChange={setTarget}
        />
      )}
      {kind === 'park' && (
        <TextInput
          type="date"
          data-autofocus={task.phoneNumber !== null || phoneNumbers.length === 1 || undefined}
          w={200}
          label="Parked until"
          description="Until then it stays the company's, on no extension, and can be reclaimed."
          min={firstParkDay(today)}
          value={target ?? ''}
          onChange={(event) => setTarget(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
      )}
    </PlanDialog>
  )
}

function onlyOne(phoneNumbers: readonly string[]): string | null {
  return phoneNumbers.length === 1 ? phoneNumbers[0]! : null
}

function choiceOf(kind: NumberTask['kind'], target: string | null): NumberChoice | null {
  if (kind === 'release') return { kind }
  if (target === null) return null
  return kind === 'park' ? { kind, until: target } : { kind, extensionNumber: target }
}
