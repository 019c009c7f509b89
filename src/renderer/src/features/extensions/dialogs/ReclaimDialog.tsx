import { useState } from 'react'
import type { PlanRequest } from '../../../../../shared/offboarding/request.ts'
import { ExtensionPicker } from '../../../components/ExtensionPicker/ExtensionPicker.tsx'
import { PlanDialog } from '../../../components/PlanDialog/PlanDialog.tsx'
import { useExtensionNumbered } from '../../../data/extensions.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import type { Task } from '../tasks.ts'
import { FreeNumberPicker } from './FreeNumberPicker.tsx'

type ReclaimTask = Extract<Task, { kind: 'reclaim' }>

/** Puts a phone number that is on no extension on one: the number or the extension is chosen here. */
export function ReclaimDialog({ task, onClose }: { task: ReclaimTask; onClose: () => void }) {
  const [phoneNumber, setPhoneNumber] = useState(task.phoneNumber)
  const [typed, setTyped] = useState<string | null>(null)
  const found = useExtensionNumbered(task.extension === null ? typed : null)
  const extension = task.extension ?? found
  const request: PlanRequest | null =
    phoneNumber === null || extension === null
      ? null
      : {
          kind: 'extension',
          extensionId: extension.id,
          choices: { numbers: {}, reclaim: [phoneNumber], assignProfile: null },
        }
  const verb = task.unused ? 'Assign' : 'Reclaim'
  return (
    <PlanDialog
      title={`${verb} ${nameOf(task)}`}
      request={request}
      missing={missingOf(phoneNumber, typed)}
      verb={`${verb} number`}
      onClose={onClose}
    >
      {task.phoneNumber === null && <FreeNumberPicker value={phoneNumber} onChange={setPhoneNumber} />}
      {task.extension === null && (
        <ExtensionPicker label="Extension that gets it" value={typed} except={null} free first onChange={setTyped} />
      )}
    </PlanDialog>
  )
}

function nameOf({ phoneNumber, extension }: ReclaimTask): string {
  if (phoneNumber !== null) return formatPhoneNumber(phoneNumber)
  return `a phone number for extension ${extension?.extensionNumber ?? ''}`
}

function missingOf(phoneNumber: string | null, typed: string | null): string {
  if (phoneNumber === null) return 'Choose the phone number.'
  return typed === null ? 'Choose the extension that gets the number.' : `There is no extension ${typed}.`
}
