import { basename } from 'node:path'
import type { ExportFile, RefusedFile } from '../exportFiles.ts'
import type { SourceItem, SourceMailbox } from '../source.ts'
import type { MessageRecord } from './record.ts'

const withoutAudio =
  'Its recording is in none of the zips. Put all zips of the export beside each other, and import again.'

type Content = ReadonlyMap<string, readonly ExportFile[]>
type Refused = ReadonlyMap<string, readonly RefusedFile[]>

const endings: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/x-wav': 'wav',
  'audio/wav': 'wav',
  'audio/wave': 'wav',
  'audio/ogg': 'ogg',
}

/** One voicemail, with its recording and its transcript, which lie under the id of the message or of the attachment. */
export async function readRecord(
  mailbox: SourceMailbox,
  record: MessageRecord,
  { content, refused, extensionId }: { content: Content; refused: Refused; extensionId: string },
): Promise<SourceItem> {
  const file = `extension/${extensionId}/${record.id}`
  if (record.availability === 'Purged')
    return { kind: 'skipped', file, reason: 'It was purged at RingCentral: only its record is left.', messages: 1 }
  const recording = record.attachments.find(({ type }) => type === 'AudioRecording' || (type ?? '') === '')
  const found = filesOf(content, record)
  const words = new Set(transcriptsOf(content, record))
  const audio = found.filter((one) => !words.has(one))
  if (audio.length === 0) return { kind: 'unreadable', file, reason: whyNoAudio(refused, record), messages: 1 }
  const received = Date.parse(record.creationTime ?? '')
  return {
    kind: 'message',
    message: {
      mailbox,
      file,
      key: record.id,
      callerName: record.from?.name ?? '',
      callerNumber: record.from?.phoneNumber ?? record.from?.extensionNumber ?? '',
      receivedAt: Number.isNaN(received) ? null : new Date(received),
      seconds: recording?.vmDuration ?? null,
      folder: record.availability === 'Deleted' ? 'Deleted' : 'INBOX',
      read: record.readStatus === 'Read',
      urgent: record.priority === 'High',
      transcript: await textOf([...words]),
      audio: audio.map((one) => ({ name: audioName(one.name, recording?.contentType), read: () => one.read() })),
      notes: [],
    },
  }
}

function whyNoAudio(refused: Refused, record: MessageRecord): string {
  const ids = [record.id, ...idsOf(record, (type) => type !== 'AudioTranscription')]
  const [known] = ids.flatMap((id) => refused.get(id) ?? [])
  return known === undefined ? withoutAudio : `Its recording is there and is not opened. ${known.reason}`
}

function filesOf(content: Content, record: MessageRecord): ExportFile[] {
  const ids = [record.id, ...idsOf(record, () => true)]
  return [...new Set(ids.flatMap((one) => content.get(one) ?? []))]
}

/** A transcript lies under an id of its own, with or without an ending, or under the message's with the ending of a text. */
function transcriptsOf(content: Content, record: MessageRecord): ExportFile[] {
  const others = new Set([record.id, ...idsOf(record, (type) => type !== 'AudioTranscription')])
  const own = idsOf(record, (type) => type === 'AudioTranscription').filter((id) => !others.has(id))
  const byEnding = filesOf(content, record).filter(({ name }) => /\.(txt|json|vtt)$/i.test(name))
  return [...new Set([...own.flatMap((id) => content.get(id) ?? []), ...byEnding])]
}

function idsOf({ attachments }: MessageRecord, isMeant: (type: string | null | undefined) => boolean): string[] {
  return attachments.flatMap(({ id, type }) => (id === undefined || !isMeant(type) ? [] : [id]))
}

/** Content has no ending in the report: the type that the record names stands in for it. */
function audioName(name: string, contentType: string | null | undefined): string {
  const base = basename(name)
  if (/\.[a-z]\w{1,4}$/i.test(base)) return base
  return `${base}.${endings[contentType?.toLowerCase() ?? ''] ?? 'mp3'}`
}

async function textOf(files: readonly ExportFile[]): Promise<string | null> {
  const read = await files[0]?.read()
  if (read === undefined || !('bytes' in read)) return null
  const text = Buffer.from(read.bytes).toString('utf8').trim()
  return text === '' ? null : text.slice(0, 100_000)
}
