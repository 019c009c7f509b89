import type { VoicemailId } from '../../../../shared/ids.ts'
import type { OnlyMessages } from '../../../../shared/voicemail/contract.ts'
import { tellSaved } from '../../components/ErrorAlert/tellSaved.ts'
import { useExportVoicemail, type VoicemailQuery } from '../../data/voicemail.ts'
import { formatQuantity } from '../../format/numbers.ts'
import type { Selection } from '../../stores/selection.ts'

/** The selected messages as main is told of them. */
export function onlySelected({ all, ids }: Selection<VoicemailId>): OnlyMessages {
  return { kind: all ? 'allBut' : 'these', messages: [...ids] }
}

/** Saves the list, or what of it is selected, as CSV. */
export function useExport(query: VoicemailQuery) {
  const { mutateAsync, isPending } = useExportVoicemail()
  const start = (selection?: Selection<VoicemailId>): void =>
    tellSaved(mutateAsync({ ...query, ...(selection !== undefined && { only: onlySelected(selection) }) }), {
      saved: ({ messages, fileName }) => `A list of ${formatQuantity(messages, 'message')} was saved to ${fileName}.`,
      failed: 'The list was not exported',
    })
  return { start, pending: isPending }
}
