import { basename } from 'node:path'
import type { SourceItem, SourceMailbox } from '../source.ts'
import { readStable } from '../stableRead.ts'
import { parseMessageText } from './messageText.ts'
import type { SpoolMessage } from './spoolMessages.ts'

/** New messages lie in INBOX and Urgent until they are heard. */
const unheard: ReadonlySet<string> = new Set(['INBOX', 'Urgent'])

/** Reads what Asterisk wrote beside the audio of a message. */
export async function readSpoolMessage(mailbox: SourceMailbox, message: SpoolMessage): Promise<SourceItem> {
  const { name: file, folder } = message
  const text = message.text === null ? null : await readStable(message.text)
  if (text !== null && 'reason' in text) return { kind: 'unreadable', file, reason: text.reason }
  const about = parseMessageText(text === null ? '' : decode(text.bytes))
  return {
    kind: 'message',
    message: {
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
      audio: message.audio.map((path) => ({ name: basename(path), read: () => readStable(path) })),
      notes: [],
    },
  }
}

/** UTF-8, or Latin-1 as older systems wrote it. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
