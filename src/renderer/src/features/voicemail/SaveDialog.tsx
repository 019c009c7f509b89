import { useMemo } from 'react'
import type { VoicemailId } from '../../../../shared/ids.ts'
import { maximalMessages, type PlanRequest } from '../../../../shared/offboarding/request.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PlanDialog } from '../../components/PlanDialog/PlanDialog.tsx'
import { useChosenMessages, type VoicemailQuery } from '../../data/voicemail.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatTotalDuration } from '../../format/durations.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import type { Selection } from '../../stores/selection.ts'
import { onlySelected } from './useExport.ts'
import classes from './Voicemail.module.css'

export type SaveDialogProps = { query: VoicemailQuery; selection: Selection<VoicemailId>; onClose: () => void }

/** Saves the selected messages as an archive: how many and how much, the plan, where to. Nobody is offboarded. */
export function SaveDialog({ query, selection, onClose }: SaveDialogProps) {
  const only = useMemo(() => onlySelected(selection), [selection])
  const chosen = useChosenMessages(query, only)
  const messages = chosen.data?.messages
  const request = useMemo<PlanRequest | null>(
    () => (messages === undefined || messages.length === 0 ? null : { kind: 'messages', messageIds: messages }),
    [messages],
  )
  return (
    <PlanDialog
      title="Save voicemail as an archive"
      request={request}
      missing={missingOf(chosen.data?.total)}
      verb="Save"
      onClose={onClose}
    >
      {chosen.isError && (
        <ErrorAlert
          title="The selection could not be read"
          error={chosen.error}
          onRetry={() => void chosen.refetch()}
        />
      )}
      {request !== null && chosen.data !== undefined && (
        <p className={classes.sizes}>
          {[
            formatQuantity(chosen.data.total, 'message'),
            formatTotalDuration(chosen.data.seconds),
            formatBytes(chosen.data.bytes),
          ].join(' · ')}
        </p>
      )}
    </PlanDialog>
  )
}

function missingOf(total: number | undefined): string {
  if (total === undefined) return 'Reading the selection…'
  if (total === 0) return 'None of the selected messages is there any more. Select again.'
  return `${formatCount(total)} messages are selected; one archive takes up to ${formatCount(maximalMessages)}. Filter by extension or days and save them in parts.`
}
