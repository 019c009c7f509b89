import { notifications } from '@mantine/notifications'
import type { VoicemailId } from '../../../../shared/ids.ts'
import type { OnlyMessages } from '../../../../shared/voicemail/contract.ts'
import { showProblem } from '../../components/ErrorAlert/showProblem.ts'
import { useExportVoicemail, type VoicemailQuery } from '../../data/voicemail.ts'
import { formatQuantity } from '../../format/numbers.ts'
import type { Selection } from '../../stores/selection.ts'

/** The selected messages as main is told of them. */
export function onlySelected({ all, ids }: Selection<VoicemailId>): OnlyMessages {
  return { kind: all ? 'allBut' : 'these', messages: [...ids] }
}

/** Saves the list, or what of it is selected, as CSV. */
export function useExport(query: VoicemailQuery) {
  const { mutate, isPending } = useExportVoicemail()
  const start = (selection?: Selection<VoicemailId>): void =>
    mutate(
      { ...query, ...(selection !== undefined && { only: onlySelected(selection) }) },
      {
        onSuccess: (saved) => {
          if (saved !== null)
            notifications.show({
              message: `A list of ${formatQuantity(saved.messages, 'message')} was saved to ${saved.fileName}.`,
            })
        },
        onError: (error) => showProblem('The list was not exported', error),
      },
    )
  return { start, pending: isPending }
}
