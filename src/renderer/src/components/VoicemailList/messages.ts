import type { FoundMessage } from '../../../../shared/archives/library.ts'
import type { ArchivedMessage } from '../../../../shared/archives/model.ts'
import type { ArchiveId } from '../../../../shared/ids.ts'
import type { SoundPlace } from '../../../../shared/listen/contract.ts'
import type { VoicemailMessage } from '../../../../shared/voicemail/model.ts'

/** What a row and the player need, wherever the message lies. */
export type ListedMessage = {
  id: string
  place: SoundPlace
  caller: string
  /** Null when the caller is only known by the number. */
  number: string | null
  receivedAt: string
  timezone: string
  seconds: number
  folder: string
  read: boolean
  urgent: boolean
  transcript: string | null
  /**
   * Where it lies when it was archived; null for a message on an extension. owner: of its archive, null in the list of
   * that archive; mailbox: see mailboxOf.
   */
  archive: { id: ArchiveId; messageId: string; owner: string | null; mailbox: string | null; note: string } | null
}

type Caller = Pick<VoicemailMessage, 'callerName' | 'callerNumber'>

export function listedMessage(message: VoicemailMessage | ArchivedMessage, place: SoundPlace): ListedMessage {
  return {
    id: message.id,
    place,
    ...callerOf(message),
    receivedAt: message.receivedAt,
    timezone: message.timezone,
    seconds: message.seconds,
    folder: message.folder,
    read: message.read,
    urgent: message.urgent,
    transcript: message.transcript,
    archive: null,
  }
}

/** Who called in words; number is null when the caller is only known by it. */
export function callerOf({ callerName, callerNumber }: Caller): Pick<ListedMessage, 'caller' | 'number'> {
  const named = callerName.trim() !== ''
  return {
    caller: named ? callerName : callerNumber || 'Unknown caller',
    number: named && callerNumber !== '' ? callerNumber : null,
  }
}

/**
 * Whose mailbox an archived message lay in; null where that needs no saying, because everything listed is one person's.
 * An archive of several mailboxes belongs to nobody: there the message says its extension.
 */
export function mailboxOf({ extension, message }: FoundMessage, owner: string | null): string | null {
  return extension === null && message.extension !== null ? `Extension ${message.extension}` : owner
}

export function hasTranscript({ transcript }: ListedMessage): boolean {
  return transcript !== null && transcript !== ''
}

/** Where the arrow and page keys lead from a row; null when the key is not for the list. */
export function rowAfterKey(key: string, row: number, total: number, page: number): number | null {
  const last = total - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, row + 1)
    case 'ArrowUp':
      return Math.max(0, row - 1)
    case 'PageDown':
      return Math.min(last, row + page)
    case 'PageUp':
      return Math.max(0, row - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
