import { basename } from 'node:path'
import type { OnlyMessages } from '../../../shared/voicemail/contract.ts'
import { formatNames, type VoicemailRow } from '../../../shared/voicemail/model.ts'
import type { Clock } from '../../clock.ts'
import type { Desktop } from '../../desktop.ts'
import type { SaveFile } from '../../files/savedFile.ts'
import { writeCsv } from '../../files/writeCsv.ts'
import type { MessageQuery, Voicemail } from './service.ts'

export type ExportRequest = MessageQuery & { only?: OnlyMessages | undefined }
export type MessagesExport = (request: ExportRequest) => Promise<{ fileName: string; messages: number } | null>

/** Saves the list as CSV where a dialog says; null when it was cancelled. Throws FILE_PROBLEM, DISK_FULL. */
export function createMessagesExport(given: {
  voicemail: Pick<Voicemail, 'all'>
  dialogs: Desktop['dialogs']
  clock: Clock
  saveFile: SaveFile
}): MessagesExport {
  const { voicemail, dialogs, clock, saveFile } = given
  return async ({ only, ...query }) => {
    const path = await dialogs.saveFile({
      title: 'Export the list of voicemail',
      suggestedName: `${clock.now().toISOString().slice(0, 10)} voicemail.csv`,
      kinds: [{ name: 'CSV', extensions: ['csv'] }],
    })
    if (path === null) return null
    const { pages } = await voicemail.all(query, only)
    const messages = await writeCsv(saveFile, path, { columns: Object.keys(cells), pages: cellPages(pages) })
    return { fileName: basename(path), messages }
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
  state: ({ read }) => (read ? 'Heard' : 'New'),
  urgent: ({ urgent }) => (urgent ? 'Urgent' : ''),
  format: ({ format }) => formatNames[format],
  bytes: ({ bytes }) => String(bytes),
  id: ({ id }) => id,
}

function* cellPages(pages: Iterable<readonly VoicemailRow[]>): Generator<string[][]> {
  for (const page of pages) yield page.map((message) => Object.values(cells).map((cell) => cell(message)))
}
