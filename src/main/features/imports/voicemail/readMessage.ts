import { hash } from 'node:crypto'
import type { AudioFormat } from '../../../../shared/voicemail/model.ts'
import { cutShort } from '../../../archive/audio/riff.ts'
import { bytesSource } from '../../../files/byteSource.ts'
import { chooseAudio, isTorn, type ChosenAudio } from './audioChoice.ts'
import { mailboxPath } from './mailboxPath.ts'
import { plausibleTime } from './plausibleTime.ts'
import type { GreetingKind, Left, SourceGreeting, SourceMessage } from './source.ts'

/**
 * Audio as it will be stored. size: of its bytes, which are gone once they were handed over to be written. sha256: makes
 * their hash, as long as they are here.
 */
export type ReadAudio = {
  format: AudioFormat
  seconds: number
  sha256(): string
  bytes: Uint8Array
  size: number
  notes: readonly Left[]
}

export type ReadMessage = ReadAudio & {
  sourceKey: string
  /** How the keys of the messages of its mailbox begin that have an id of their own; null when it has none. */
  sourceIds: string | null
  callerName: string
  callerNumber: string
  receivedAt: string
  folder: string
  read: boolean
  urgent: boolean
  transcript: string | null
}

export type ReadGreeting = ReadAudio & { greeting: GreetingKind }

export type Unread = { unreadable: Left } | { moved: true }

/** Reads one message of a source of this kind; unreadable tells why it cannot be imported. */
export async function readMessage(kind: string, message: SourceMessage): Promise<ReadMessage | Unread> {
  const { file, callerName, callerNumber, folder, read, urgent, transcript } = message
  if (message.audio.length === 0) return { unreadable: { file, reason: 'The message has no audio file.' } }
  const audio = await readBest(message, message.seconds)
  if (!('bytes' in audio)) return audio
  const told = plausibleTime(message.receivedAt)
  const received = told ?? wholeSeconds(audio.modifiedAt ?? new Date(0))
  const notes = [...audio.notes, ...message.notes.map((reason) => ({ file, reason }))]
  if (told === null) notes.push({ file, reason: whyGuessed(audio.modifiedAt) })
  const { sourceKey, sourceIds } = keysOf(kind, message, audio.sha256, received)
  const { format, seconds, sha256, bytes, size } = audio
  // Each property by its name: copying objects together took a twentieth of an import.
  return {
    format,
    seconds,
    sha256,
    bytes,
    size,
    sourceKey,
    sourceIds,
    callerName: callerName.slice(0, 200),
    callerNumber: callerNumber.slice(0, 64),
    receivedAt: received.toISOString(),
    folder: folder.slice(0, 64),
    read,
    urgent,
    transcript,
    notes,
  }
}

function whyGuessed(modifiedAt: Date | null): string {
  const taken = modifiedAt === null ? 'the first second of 1970' : 'the time of the audio file'
  return `The time of the message is missing: ${taken} was taken.`
}

export async function readGreeting(greeting: SourceGreeting): Promise<ReadGreeting | Unread> {
  const audio = await readBest(greeting, null)
  return 'bytes' in audio ? { ...audio, greeting: greeting.greeting } : audio
}

async function readBest(
  { file, audio: candidates }: Pick<SourceMessage, 'file' | 'audio'>,
  duration: number | null,
): Promise<(ReadAudio & Pick<ChosenAudio, 'modifiedAt'>) | Unread> {
  const choice = await chooseAudio(candidates, duration)
  if ('moved' in choice) return choice
  const { audio, reasons } = choice
  if (audio === null) return { unreadable: { file, reason: reasons.join(' ') } }
  const notes = reasons.map((reason) => `Another format was taken. ${reason}`)
  if (isTorn(audio, duration))
    notes.push(
      `The audio is shorter than the source says: ${Math.round(audio.seconds)} s of ${Math.round(duration)} s.`,
    )
  const cut = cutShort(bytesSource(audio.bytes))
  if (cut !== null) notes.push(`The audio is cut short: ${cut.bytes} of ${cut.declared} bytes of sound are there.`)
  const { bytes, format, seconds, modifiedAt } = audio
  return {
    bytes,
    format,
    seconds,
    modifiedAt,
    size: bytes.length,
    sha256: hashOnce(bytes),
    notes: notes.map((reason) => ({ file, reason })),
  }
}

function hashOnce(bytes: Uint8Array): () => string {
  let made: string | null = null
  return () => (made ??= hash('sha256', bytes))
}

/** The message's own id names it wherever it moves; else its audio, time and caller do: several may be silent. */
function keysOf(
  kind: string,
  { mailbox, key, callerName, callerNumber }: SourceMessage,
  sha256: () => string,
  received: Date,
): Pick<ReadMessage, 'sourceKey' | 'sourceIds'> {
  const place = `${kind}/${mailboxPath(mailbox)}`
  if (key !== null) return { sourceKey: `${place}/id/${key}`, sourceIds: `${place}/id/` }
  const caller = JSON.stringify([callerNumber, callerName])
  return { sourceKey: `${place}/audio/${sha256()}/${received.getTime() / 1000}/${caller}`, sourceIds: null }
}

function wholeSeconds(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000)
}
