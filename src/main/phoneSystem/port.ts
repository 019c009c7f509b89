import type { ExtensionId, RunId, UserId, VoicemailId } from '../../shared/ids.ts'
import type { PhoneSystemAction } from '../../shared/offboarding/action.ts'
import type { ExtensionInventory, Inventory, MessageInventory } from '../../shared/offboarding/inventory.ts'
import type { TakenByStep } from '../../shared/offboarding/taken.ts'
import type { VoicemailMessage } from '../../shared/voicemail/model.ts'

/** Audio as the system hands it out: once, in order. */
export type AudioStream = {
  bytes: number
  /** Hex SHA-256 when the system knows it; then the copy must equal it. */
  sha256: string | null
  /** Where the audio lies when it is a file of this machine, so that it can be copied without passing through main. */
  file: string | null
  /** A chunk holds its bytes until the next one is asked for. */
  chunks: AsyncIterable<Uint8Array>
}

/** What an action came to, as a sentence for run, report and audit. */
export type ActionOutcome = { summary: string }

/** Names one action of one run; the same key never takes effect twice. */
export type IdempotencyKey = string

/** The key of a step's action. */
export function keyOf(runId: RunId, position: number): IdempotencyKey {
  return `${runId}:${position}`
}

export type CallEntry = {
  startedAt: string
  direction: 'incoming' | 'outgoing'
  peerName: string
  peerNumber: string
  seconds: number
  disposition: string
}
export type ContactEntry = { firstName: string; lastName: string; company: string; email: string; phoneNumber: string }
export type MeetingEntry = {
  id: string
  title: string
  startsAt: string
  endsAt: string
  participants: readonly string[]
}
export type PreferenceEntry = { key: string; value: string }
export type GreetingEntry = {
  id: string
  kind: string
  seconds: number
  fileName: string
  audio(): Promise<AudioStream>
}

/** The person's other data, for the archive. */
export type Belongings = {
  calls: Iterable<CallEntry>
  contacts: readonly ContactEntry[]
  meetings: readonly MeetingEntry[]
  preferences: readonly PreferenceEntry[]
  greetings: readonly GreetingEntry[]
}

/**
 * A phone system: the embedded one in SQLite, or a live one. apply calls settle once with the outcome; a system that
 * shares the run's database does so inside the transaction of the change itself, so change, outcome and audit commit
 * together. For any other system observe tells after a crash what is true.
 */
export interface PhoneSystem {
  /** Everything that hangs on the person. Throws NOT_FOUND. */
  inventory(userId: UserId): Promise<Inventory>
  /** The person's extension; null when they have none (any more). Throws NOT_FOUND. */
  extensionOf(userId: UserId): Promise<ExtensionId | null>
  /** Everything that hangs on the extension, and how the phone numbers are that it is to get. Throws NOT_FOUND. */
  extensionInventory(extensionId: ExtensionId, asked: readonly string[]): Promise<ExtensionInventory>
  /** What was chosen of the messages of any extensions. */
  messageInventory(ids: readonly VoicemailId[]): Promise<MessageInventory>
  /** The messages on the extension, oldest first. */
  voicemails(extensionId: ExtensionId): AsyncIterable<VoicemailMessage>
  /** Those of the chosen messages that there are, in the order of extension and time. */
  chosenVoicemails(ids: readonly VoicemailId[]): AsyncIterable<VoicemailMessage>
  /** Throws FILE_PROBLEM when the system has no audio for it. */
  openAudio(id: VoicemailId): Promise<AudioStream>
  belongings(userId: UserId): Promise<Belongings>
  /** What the action of this key took, and how all of it is now; null when the system does not remember. */
  taken(key: IdempotencyKey): Promise<TakenByStep | null>
  /** allow is called before anything is changed, where the change and the outcome commit together; what it throws stops both. */
  apply(
    action: PhoneSystemAction,
    key: IdempotencyKey,
    settle: (outcome: ActionOutcome) => void,
    allow: () => void,
  ): Promise<void>
  observe(action: PhoneSystemAction, key: IdempotencyKey): Promise<'applied' | 'notApplied' | 'unknown'>
}
