import type { GreetingKind, SourceAudio, SourceItem, SourceMailbox, SourceMessage } from '../source.ts'
import { introductionLeftOut } from '../leftOut.ts'
import { plausibleTime } from '../plausibleTime.ts'
import { greetingIn, isIntroduction, isUrgent, mailboxInId } from './asterisk.ts'
import { callerOf } from './caller.ts'
import type { Letter } from './letter.ts'
import { nameOf, recordingsOf, type Recording } from './recordings.ts'
import { stateOf } from './state.ts'

/** A voicemail goes to a few; a mail that names more is none of a telephone system. */
const mostAddresses = 100

/** extension: where all of it goes, '' to find it by header or address. */
type Given = { file: string; extension: string }

/** What a mail brings: a message for each recording, or the greeting that a mailbox of Asterisk keeps in it. */
export function itemsOf(letter: Letter, given: Given): SourceItem[] {
  const recordings = recordingsOf(letter)
  const greeting = greetingIn(letter)
  if (greeting !== null && recordings.length > 0) return [greetingItem(letter, greeting, recordings[0]!, given)]
  const isIntro = ([audio]: readonly Recording[]): boolean => isIntroduction(letter, nameOf(audio!))
  return [
    ...messagesOf(
      letter,
      recordings.filter((one) => !isIntro(one)),
      given,
    ),
    ...recordings.filter(isIntro).map(([audio]) => introductionItem(given.file, nameOf(audio!))),
  ]
}

/** What the mail says of length and words is of the first recording. */
function messagesOf(letter: Letter, recordings: readonly Recording[][], given: Given): SourceItem[] {
  return recordings.map((formats, index) => {
    const message = toMessage(letter, formats, given)
    if (index === 0) return { kind: 'message', message }
    const more = {
      file: `${message.file}: ${nameOf(formats[0]!)}`,
      key: message.key === null ? null : `${message.key}/${index + 1}`,
      seconds: null,
      transcript: null,
    }
    return { kind: 'message', message: { ...message, ...more } }
  })
}

function greetingItem(
  letter: Letter,
  greeting: GreetingKind | 'unknown',
  formats: readonly Recording[],
  { file, extension }: Given,
): SourceItem {
  if (greeting === 'unknown')
    return { kind: 'skipped', file, reason: 'It is a greeting of a kind that is not known.', messages: 0 }
  const mailbox = mailboxOf(letter, extension)
  return { kind: 'greeting', greeting: { mailbox, file, greeting, audio: formats.map(audioOf) } }
}

function introductionItem(file: string, name: string): SourceItem {
  return { kind: 'skipped', file: `${file}: ${name}`, reason: introductionLeftOut, messages: 0 }
}

/**
 * A voicemail out of a mail. Asterisk writes X-Asterisk-VM-* headers (apps/app_voicemail.c); Exchange and Teams write
 * X-CallingTelephoneNumber, X-VoiceMessageDuration and X-VoiceMessageSenderName (MS-OXOUM).
 */
function toMessage(letter: Letter, formats: readonly Recording[], { file, extension }: Given): SourceMessage {
  const header = (name: string): string => letter.headers.get(name) ?? ''
  const asteriskTime = new Date(Number(header('x-asterisk-vm-orig-time')) * 1000)
  return {
    mailbox: mailboxOf(letter, extension),
    file,
    key: known(header('x-asterisk-vm-message-id')) || letter.messageId,
    ...callerOf(letter),
    receivedAt: plausibleTime(asteriskTime) ?? letter.sentAt,
    seconds: Number(header('x-asterisk-vm-duration') || header('x-voicemessageduration')) || null,
    ...stateOf(letter),
    urgent: isUrgent(letter) || /^(?:1|high|urgent)/i.test(header('importance') || header('x-priority')),
    transcript: transcriptOf(letter),
    audio: formats.map(audioOf),
    notes: [
      ...(letter.torn ? ['The end of the mail is missing, so the recording may be cut short.'] : []),
      ...new Set(formats.flatMap(({ note }) => note ?? [])),
    ],
  }
}

/** Asterisk writes so where it has no id. */
function known(id: string): string {
  return id === '(null)' ? '' : id
}

function audioOf(recording: Recording): SourceAudio {
  return { name: nameOf(recording), read: () => ({ bytes: recording.bytes, modifiedAt: null }) }
}

/** One of the addresses that a mail was sent to finds its user; where none does, the number of the mailbox counts. */
function mailboxOf(letter: Letter, extension: string): SourceMailbox {
  const { headers, to } = letter
  const email = to[0] ?? ''
  const none = { context: '', holder: '', email }
  if (extension !== '') return { ...none, name: extension }
  const kept = headers.get('x-asterisk-vm-extension') ?? ''
  if (kept !== '') return { ...none, name: kept, context: headers.get('x-asterisk-vm-context') ?? '' }
  const otherwise = mailboxInId(letter)
  const addresses = to.slice(0, mostAddresses)
  return { ...none, name: email || otherwise || 'mail without an address', otherwise, addresses }
}

/** Systems that transcribe put the words into the mail; a mail of a few words says only that there is a message. */
function transcriptOf({ headers, readText }: Letter): string | null {
  if (!headers.has('x-callingtelephonenumber') && !headers.has('x-voicemessageduration')) return null
  return readText().trim().slice(0, 100_000) || null
}
