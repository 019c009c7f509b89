import { extname } from 'node:path'
import type { SourceMailbox, SourceMessage } from '../source.ts'
import { parseCallerId } from '../asterisk/messageText.ts'
import { isAudio } from '../audioEndings.ts'
import { plausibleTime } from '../plausibleTime.ts'
import type { Letter } from './letter.ts'

/** Some servers name the file not at all. */
const endingOfType: Readonly<Record<string, string>> = {
  'audio/x-wav': '.wav',
  'audio/wav': '.wav',
  'audio/wave': '.wav',
  'audio/vnd.wave': '.wav',
  'audio/mpeg': '.mp3',
  'audio/mp3': '.mp3',
  'audio/ogg': '.ogg',
  'audio/x-gsm': '.gsm',
  'audio/gsm': '.gsm',
  'audio/basic': '.au',
  'audio/amr': '.amr',
  'audio/mp4': '.m4a',
  'audio/x-m4a': '.m4a',
}

type Audio = Letter['attachments'][number]

type Given = { file: string; extension: string }

/** A message for each recording of a mail. What the mail says of length and words is of the first. */
export function messagesOf(letter: Letter, given: Given): SourceMessage[] {
  return recordingsOf(letter).map((formats, index) => {
    const message = toMessage(letter, formats, given)
    if (index === 0) return message
    return {
      ...message,
      file: `${message.file}: ${nameOf(formats[0]!)}`,
      key: message.key === null ? null : `${message.key}/${index + 1}`,
      seconds: null,
      transcript: null,
    }
  })
}

/**
 * Attachments that say to be audio, or whose name does. Those of one name with different endings are formats of one
 * recording; one whose whole name was there before is another recording.
 */
function recordingsOf({ attachments }: Letter): Audio[][] {
  const seen = new Map<string, number>()
  const recordings = new Map<string, Audio[]>()
  for (const audio of attachments.filter(isRecording)) {
    const name = nameOf(audio)
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    const recording = `${before}/${name.slice(0, -extname(name).length)}`
    recordings.set(recording, [...(recordings.get(recording) ?? []), audio])
  }
  return [...recordings.values()]
}

function isRecording({ name, type }: Audio): boolean {
  return type.startsWith('audio/') || isAudio(name)
}

/**
 * A voicemail out of a mail. Asterisk writes X-Asterisk-VM-* headers (apps/app_voicemail.c); Exchange and Teams write
 * X-CallingTelephoneNumber, X-VoiceMessageDuration and X-VoiceMessageSenderName (MS-OXOUM); else the sender is the caller.
 * extension: where all of it goes, '' to find it by header or address.
 */
function toMessage(letter: Letter, formats: readonly Audio[], { file, extension }: Given): SourceMessage {
  const header = (name: string): string => letter.headers.get(name) ?? ''
  const caller = callerOf(letter)
  const asteriskTime = new Date(Number(header('x-asterisk-vm-orig-time')) * 1000)
  const received = plausibleTime(asteriskTime) ?? plausibleTime(letter.sentAt)
  return {
    mailbox: mailboxOf(letter, extension),
    file,
    key: header('x-asterisk-vm-message-id') || letter.messageId,
    ...caller,
    receivedAt: received,
    seconds: Number(header('x-asterisk-vm-duration') || header('x-voicemessageduration')) || null,
    folder: 'INBOX',
    // What an mbox says of each mail; a mail alone says nothing and comes in as not heard.
    read: header('status').includes('R'),
    urgent:
      /urgent/i.test(header('x-asterisk-vm-flag')) ||
      /^(?:1|high|urgent)/i.test(header('importance') || header('x-priority')),
    transcript: transcriptOf(letter),
    audio: formats.map((one) => ({
      name: nameOf(one),
      read: () => ({ bytes: one.bytes, modifiedAt: null }),
    })),
    notes: [],
  }
}

function callerOf({ headers, senderName, subject }: Letter): { callerName: string; callerNumber: string } {
  const number = headers.get('x-asterisk-vm-caller-id-num') ?? headers.get('x-callingtelephonenumber') ?? ''
  const name = headers.get('x-asterisk-vm-caller-id-name') ?? headers.get('x-voicemessagesendername') ?? ''
  if (number !== '' || name !== '')
    return { callerName: name.slice(0, 200), callerNumber: number.replace(/^tel:/i, '').slice(0, 64) }
  const inSubject = /from\s+(.{1,200}?)(?:\s+(?:on|at|in mailbox|to)\b.*)?$/i.exec(subject)?.[1]
  return parseCallerId(inSubject ?? senderName)
}

function mailboxOf({ headers, to }: Letter, extension: string): SourceMailbox {
  const named = extension || headers.get('x-asterisk-vm-extension') || ''
  const email = to[0] ?? ''
  if (named !== '')
    return {
      name: named,
      context: extension === '' ? (headers.get('x-asterisk-vm-context') ?? '') : '',
      holder: '',
      email,
    }
  return { name: email === '' ? 'mail without an address' : email, context: '', holder: '', email }
}

/** Systems that transcribe put the words into the mail; a mail of a few words says only that there is a message. */
function transcriptOf({ headers, text }: Letter): string | null {
  const transcribed = headers.has('x-callingtelephonenumber') || headers.has('x-voicemessageduration')
  const words = text.trim()
  return transcribed && words !== '' ? words.slice(0, 100_000) : null
}

function nameOf({ name, type }: Audio): string {
  if (extname(name) !== '') return name
  return `${name === '' ? 'recording' : name}${endingOfType[type] ?? '.wav'}`
}
