import type { OnlyMessages } from '../../../shared/voicemail/contract.ts'
import { formatNames, type VoicemailRow } from '../../../shared/voicemail/model.ts'
import { exportList, type Exporting } from '../../files/exportList.ts'
import type { MessageQuery, Voicemail } from './service.ts'

export type ExportRequest = MessageQuery & { only?: OnlyMessages | undefined }
export type MessagesExport = (request: ExportRequest) => Promise<{ fileName: string; messages: number } | null>

/** Saves the list as CSV where a dialog says; null when it was cancelled. Throws FILE_PROBLEM, DISK_FULL. */
export function createMessagesExport({
  voicemail,
  ...exporting
}: Exporting & { voicemail: Pick<Voicemail, 'all'> }): MessagesExport {
  return async ({ only, ...query }) => {
    const saved = await exportList(exporting, {
      title: 'Export the list of voicemail',
      name: 'voicemail',
      cells,
      pages: async () => (await voicemail.all(query, only)).pages,
    })
    return saved === null ? null : { fileName: saved.fileName, messages: saved.rows }
  }
}

/** What each column says of a message. */
const cells: Readonly<Record<string, (message: VoicemailRow) => string>> = {
  received: ({ receivedAt }) => receivedAt,
  time_zone: ({ timezone }) => timezone,
  extension: ({ extension }) => extension,
  owner_then: ({ ownerThen }) => ownerThen?.name ?? '',
  owner_now: ({ ownerNow }) => ownerNow?.name ?? '',
  caller: ({ callerName }) => callerName,
  number: ({ callerNumber }) => callerNumber,
  seconds: ({ seconds }) => String(seconds),
  folder: ({ folder }) => folder,
  state: ({ read }) => (read ? 'Heard' : 'Not heard'),
  urgent: ({ urgent }) => (urgent ? 'Urgent' : ''),
  format: ({ format }) => formatNames[format],
  bytes: ({ bytes }) => String(bytes),
  id: ({ id }) => id,
}
