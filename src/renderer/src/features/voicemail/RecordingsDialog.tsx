import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo, useRef } from 'react'
import type { VoicemailId } from '../../../../shared/ids.ts'
import { maximalMessages } from '../../../../shared/offboarding/request.ts'
import type { DamageAccepted } from '../../../../shared/voicemail/recordings.ts'
import { Dialog } from '../../components/Dialog/Dialog.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import { useAcceptDamage, useCheckedRecordings, useChosenMessages, type VoicemailQuery } from '../../data/voicemail.ts'
import { useWhenDone } from '../../data/useWhenDone.ts'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import type { Selection } from '../../stores/selection.ts'
import { DamageForm } from './DamageForm.tsx'
import { useFound } from './useFound.ts'
import { onlySelected } from './useExport.ts'
import classes from './Voicemail.module.css'

export type RecordingsDialogProps = { query: VoicemailQuery; selection: Selection<VoicemailId>; onClose: () => void }

/** Whether the recordings of the selected messages are whole, and what becomes of those that nothing can repair. */
export function RecordingsDialog({ query, selection, onClose }: RecordingsDialogProps) {
  const only = useMemo(() => onlySelected(selection), [selection])
  const chosen = useChosenMessages(query, only)
  const messages = chosen.data?.messages
  const checked = useCheckedRecordings(messages)
  const accept = useAcceptDamage()
  useWhenDone(accept, (accepted) => {
    notifications.show({ message: acceptedText(accepted) })
    onClose()
  })
  return (
    <Dialog onClose={onClose} size={640} title="Check recordings">
      <QueryView
        query={chosen}
        failed="The selection could not be read"
        skeleton={<Reading count={undefined} onClose={onClose} />}
        empty={{
          when: (data) => data.messages.length === 0,
          show: <Said text={nothingToCheck(chosen.data?.total ?? 0)} onClose={onClose} />,
        }}
      >
        {({ messages: ids }) => (
          <QueryView
            query={checked}
            failed="The recordings could not be checked"
            skeleton={<Reading count={ids.length} onClose={onClose} />}
            empty={{
              when: ({ damaged }) => damaged.length === 0,
              show: <Said text={wholeText(ids.length)} onClose={onClose} />,
            }}
          >
            {(data) => (
              <DamageForm
                checked={data}
                accept={accept}
                onAccept={(reason) => accept.mutate({ messages: ids, reason })}
                onClose={onClose}
              />
            )}
          </QueryView>
        )}
      </QueryView>
    </Dialog>
  )
}

/** Closing the dialog stops the reading. */
function Reading({ count, onClose }: { count: number | undefined; onClose: () => void }) {
  const progress = useWorkProgress('recordings', count !== undefined)
  return (
    <div className={classes.recordings}>
      <WorkProgress
        label={count === undefined ? 'Reading the selection' : `Reading ${formatQuantity(count, 'recording')}`}
        progress={progress}
      />
      <div className={classes.buttons}>
        <Button variant="default" data-autofocus onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

function Said({ text, onClose }: { text: string; onClose: () => void }) {
  const close = useRef<HTMLButtonElement>(null)
  useFound(text, close)
  return (
    <div className={classes.recordings}>
      <p className={classes.said}>{text}</p>
      <div className={classes.buttons}>
        <Button ref={close} onClick={onClose} data-autofocus>
          Close
        </Button>
      </div>
    </div>
  )
}

function nothingToCheck(total: number): string {
  return total === 0
    ? 'None of the selected messages is there any more. Select again.'
    : `${formatCount(total)} messages are selected; up to ${formatCount(maximalMessages)} are checked at a time. Filter by extension or days and check them in parts.`
}

function wholeText(count: number): string {
  if (count === 1) return 'The recording is whole.'
  return count === 2 ? 'Both recordings are whole.' : `All ${formatCount(count)} recordings are whole.`
}

function acceptedText({ changed, lost }: DamageAccepted): string {
  return `${formatQuantity(changed, 'changed recording was', 'changed recordings were')} kept, ${formatQuantity(lost, 'message was', 'messages were')} taken out.`
}
