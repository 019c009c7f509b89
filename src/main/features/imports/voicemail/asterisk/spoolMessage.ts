import { lstatSync } from 'node:fs'
import { basename } from 'node:path'
import type { AudioRead, SourceItem, SourceMailbox, SourceMessage } from '../source.ts'
import { readStable, stampOf, type StableRead } from '../stableRead.ts'
import { isLocked } from './folderLock.ts'
import { parseMessageText, type MessageText } from './messageText.ts'
import type { SpoolMessage } from './spoolMessages.ts'

/** New messages lie in INBOX and Urgent until they are heard. */
const unheard: ReadonlySet<string> = new Set(['INBOX', 'Urgent'])

const textPassedOver = 'Its text is a link or a folder and is not followed: caller, time and length are not known.'

/** What reading a message of a live spool showed: settled as long as nothing of it was seen to move. */
export type SpoolReading = { item: SourceItem; state: { settled: boolean } }

/**
 * Reads what Asterisk wrote beside the audio of a message. Asterisk renames the audio first and the text after it, under
 * a lock: when the text is another one after the audio was read, or the lock is there, the two may not belong together.
 */
export function readSpoolMessage(mailbox: SourceMailbox, message: SpoolMessage): SpoolReading {
  const state = { settled: true }
  const text = readStable(message.text)
  const passedOver = 'reason' in text && isNoFile(message.text) ? stampOf(message.text) : null
  if ('reason' in text && !text.gone && passedOver === null)
    return { item: { kind: 'unreadable', file: message.name, reason: text.reason, messages: 1 }, state }
  const about = parseMessageText('reason' in text ? '' : decode(text.bytes))
  const unmoved = (audio: StableRead, path: string): AudioRead => {
    const stayed =
      !isLocked(message.path) &&
      stampOf(message.text) === ('reason' in text ? passedOver : text.stamp) &&
      !('gone' in audio && audio.gone) &&
      ('reason' in audio || stampOf(path) === audio.stamp)
    if (stayed) return audio
    state.settled = false
    return { moved: true }
  }
  const notes = passedOver === null ? [] : [textPassedOver]
  const audio = message.audio.map((path) => ({ name: basename(path), read: () => unmoved(readStable(path), path) }))
  return { item: { kind: 'message', message: toMessage(mailbox, message, about, { audio, notes }) }, state }
}

function toMessage(
  mailbox: SourceMailbox,
  { name: file, folder }: SpoolMessage,
  about: MessageText,
  { audio, notes }: Pick<SourceMessage, 'audio' | 'notes'>,
): SourceMessage {
  return {
    mailbox,
    file,
    // Numbers change when a message is deleted; its id does not.
    key: about.messageId,
    callerName: about.callerName,
    callerNumber: about.callerNumber,
    receivedAt: about.receivedAt === null ? null : new Date(about.receivedAt * 1000),
    seconds: about.duration,
    folder,
    read: !unheard.has(folder),
    urgent: about.urgent || folder === 'Urgent',
    transcript: null,
    notes,
    audio,
  }
}

/** A link, which is not followed, or a folder. */
function isNoFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === false
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** UTF-8, or Latin-1 as older systems wrote it. */
function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
