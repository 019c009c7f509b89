import { createHash } from 'node:crypto'
import type { AudioFormat } from '../../../../shared/voicemail/model.ts'
import { chooseAudio, type ChosenAudio } from './audioChoice.ts'
import { parseMessageText, type MessageText } from './messageText.ts'
import type { Skipped } from './spool.ts'
import type { SpoolMessage } from './spoolMessages.ts'
import { readStable } from './stableRead.ts'

/** A message as it will be stored, with its audio. */
export type ReadMessage = {
  mailbox: string
  sourceKey: string
  callerName: string
  callerNumber: string
  receivedAt: string
  seconds: number
  folder: string
  read: boolean
  urgent: boolean
  format: AudioFormat
  sha256: string
  bytes: Buffer
  /** What had to be guessed. */
  notes: readonly Skipped[]
}

/** New messages lie in INBOX and Urgent until they are heard. */
const unheard: ReadonlySet<string> = new Set(['INBOX', 'Urgent'])

/** Reads one message; skipped tells why it cannot be imported. Nothing in the spool is changed. */
export async function readMessage(message: SpoolMessage): Promise<ReadMessage | { skipped: Skipped }> {
  const skip = (reason: string) => ({ skipped: { file: message.name, reason } })
  if (message.audio.length === 0) return skip('The message has no audio file.')
  const text = message.text === null ? null : await readStable(message.text)
  if (text !== null && 'reason' in text) return skip(text.reason)
  const about = parseMessageText(text === null ? '' : decode(text.bytes))
  const { audio, reasons } = await chooseAudio(message.audio, about.duration)
  if (audio === null) return skip(reasons.join(' '))
  return toReadMessage(message, about, audio, reasons)
}

function toReadMessage(
  message: SpoolMessage,
  about: MessageText,
  audio: ChosenAudio,
  reasons: readonly string[],
): ReadMessage {
  const sha256 = createHash('sha256').update(audio.bytes).digest('hex')
  const received = about.receivedAt ?? Math.floor(audio.modifiedAt.getTime() / 1000)
  const notes = reasons.map((reason) => ({ file: message.name, reason: `Another format was taken. ${reason}` }))
  if (about.receivedAt === null)
    notes.push({
      file: message.name,
      reason: `The text file ${message.text === null ? 'is missing' : 'has no time'}: the time of the audio file was taken.`,
    })
  return {
    mailbox: message.mailbox,
    sourceKey: sourceKeyOf(message, about, sha256, received),
    callerName: about.callerName,
    callerNumber: about.callerNumber,
    receivedAt: new Date(received * 1000).toISOString(),
    seconds: audio.seconds,
    folder: message.folder,
    read: !unheard.has(message.folder),
    urgent: about.urgent || message.folder === 'Urgent',
    format: audio.format,
    sha256,
    bytes: audio.bytes,
    notes,
  }
}

/** Numbers change when a message is deleted, so the message's own id names it, else its audio and time. */
function sourceKeyOf({ context, mailbox }: SpoolMessage, about: MessageText, sha256: string, received: number): string {
  const place = `asterisk/${context}/${mailbox}`
  return about.messageId === null ? `${place}/audio/${sha256}/${received}` : `${place}/id/${about.messageId}`
}

/** UTF-8, or Latin-1 as older systems wrote it. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
