import type { SourceAnswers } from '../../../../../shared/imports/contract.ts'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { onDisk } from '../../../../files/room.ts'
import { openExport, type ExportFile, type ExportFiles, type RefusedFile } from '../exportFiles.ts'
import { jsonText } from '../jsonText.ts'
import type { Left, ListedMailbox, OpenedSource, SourceItem, VoicemailSource } from '../source.ts'
import { boxesOf, fieldsOf, type Box, type Recorded } from './boxes.ts'
import { contentOf, isContent, isTranscript, unnamed } from './content.ts'
import { parseExtensions, type ListedExtension } from './extensions.ts'
import { readRecord } from './readRecord.ts'
import { parseStore, type MessageRecord } from './record.ts'

/** Where the zips of a message store report keep the records of an extension. */
const storeName = /(?:^|\/)extension\/([^/]+)\/message-store\.json$/

/** RingCentral's message store report: records in one zip, recordings and transcripts in the others. */
export const ringcentral: VoicemailSource = {
  kind: 'ringcentral',
  detect: async (path) => {
    try {
      const opened = await openExport(path)
      await opened.close()
      return opened.files.some(({ name }) => storeName.test(name))
    } catch {
      return false
    }
  },
  open: async (path, { answers, signal }) => {
    const opened = await openExport(path, signal)
    try {
      return await listed(opened, answers, signal)
    } catch (error) {
      await opened.close()
      throw error
    }
  },
}

type Store = Recorded & { content: Map<string, ExportFile[]>; refused: Map<string, RefusedFile[]> }
type StoredBox = Box & { store: Store }

async function listed(
  { files, refused, torn, close }: ExportFiles,
  answers: SourceAnswers,
  signal: AbortSignal,
): Promise<OpenedSource> {
  const problems: SourceItem[] = [...torn, ...refused].map((one) => ({ kind: 'unreadable', ...one, messages: 0 }))
  const known = new Map<string, Map<string, MessageRecord>>()
  const named = new Map<string, Set<string>>()
  for (const file of files) {
    const extensionId = storeName.exec(file.name)?.[1]
    if (extensionId === undefined) continue
    signal.throwIfAborted()
    const read = await file.read()
    const store = 'bytes' in read ? parseStore(jsonText(read.bytes)) : null
    if (store === null)
      problems.push({ kind: 'unreadable', file: file.name, reason: 'It is not a list of messages.', messages: 0 })
    else {
      known.set(extensionId, withNewer(known.get(extensionId) ?? new Map<string, MessageRecord>(), store.records))
      named.set(extensionId, new Set([...(named.get(extensionId) ?? []), ...store.ids]))
      if (store.bad > 0)
        problems.push({
          kind: 'unreadable',
          file: file.name,
          reason: `${store.bad} records in it are damaged.`,
          messages: store.bad,
        })
    }
  }
  if (known.size === 0) throw new AppError('IMPORT_REJECTED', whyNoStore(torn))
  const content = contentOf(files)
  problems.push(...unnamed(content, named))
  const notOpened = contentOf(refused.filter(({ name }) => !isTranscript(name)))
  const list = await extensionsIn(files, signal)
  const stores = [...known].map(([extensionId, records]) => ({
    extensionId,
    listed: list.get(extensionId) ?? null,
    records: [...records.values()],
    content: content.get(extensionId) ?? new Map<string, ExportFile[]>(),
    refused: notOpened.get(extensionId) ?? new Map<string, RefusedFile[]>(),
  }))
  const boxes = stores.flatMap((store) => boxesOf(store, answers).map((box) => ({ ...box, store })))
  return {
    listed: boxes.map(toMailbox),
    fields: fieldsOf(stores, answers),
    items: () => itemsOf(problems, boxes),
    close,
  }
}

/** The list of extensions, of one answer or of several pages of it, as far as it lies there. */
async function extensionsIn(files: ExportFiles['files'], signal: AbortSignal): Promise<Map<string, ListedExtension>> {
  const found = new Map<string, ListedExtension>()
  for (const file of files) {
    if (!file.name.toLowerCase().endsWith('.json') || storeName.test(file.name) || isContent(file.name)) continue
    signal.throwIfAborted()
    const read = await file.read()
    if ('bytes' in read) for (const [id, one] of parseExtensions(jsonText(read.bytes))) found.set(id, one)
  }
  return found
}

function whyNoStore(torn: readonly Left[]): string {
  const cause = torn.map(({ reason }) => reason).join(' ')
  return cause === ''
    ? 'There is no message-store.json in it. Choose the folder with all zips of the RingCentral export.'
    : `There is no message-store.json in what can be read. ${cause}`
}

/** Two exports tell of a message twice where their times overlap: what was changed last is true. */
function withNewer(known: Map<string, MessageRecord>, records: readonly MessageRecord[]): Map<string, MessageRecord> {
  for (const record of records) {
    const before = known.get(record.id)
    if (before === undefined || (before.lastModifiedTime ?? '') <= (record.lastModifiedTime ?? ''))
      known.set(record.id, record)
  }
  return known
}

function toMailbox({ mailbox, records, store }: StoredBox): ListedMailbox {
  const bytes = records.reduce((sum, record) => sum + onDisk(audioBytes(store, record)), 0)
  return { mailbox, messages: records.length, bytes }
}

function audioBytes({ content }: Store, { id, attachments }: MessageRecord): number {
  const ids = [id, ...attachments.flatMap((one) => (one.id === undefined ? [] : [one.id]))]
  return Math.max(0, ...ids.flatMap((one) => content.get(one) ?? []).map(({ bytes }) => bytes))
}

async function* itemsOf(problems: readonly SourceItem[], boxes: readonly StoredBox[]): AsyncGenerator<SourceItem> {
  yield* problems
  for (const { mailbox, records, store } of boxes)
    for (const record of records) yield await readRecord(mailbox, record, store)
}
