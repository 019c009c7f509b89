import type { SourceAnswers, SourceField, VoicemailSourceKind } from '../../../../shared/imports/contract.ts'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'

/**
 * A kind of system whose voicemail can be imported. A source only reads what was chosen, never changes it, and tells what
 * lies there; which extension gets it, what is here already, storing, progress and the report are the same for all.
 */
export type VoicemailSource = {
  readonly kind: VoicemailSourceKind
  /** Whether a file or folder looks like one of this kind; a quick look that never throws. */
  detect(path: string, dataFolder: string): Promise<boolean>
  /**
   * Finds what lies there, without reading messages yet. Throws FILE_PROBLEM when it cannot be read, IMPORT_REJECTED when
   * it is of another kind; both with what to choose instead.
   */
  open(path: string, given: OpenGiven): Promise<OpenedSource>
}

/** dataFolder: temporary copies lie there. */
export type OpenGiven = { answers: SourceAnswers; signal: AbortSignal; dataFolder: string }

export type OpenedSource = {
  /** The mailboxes and how much is in each, as far as that is known before reading; null when only reading tells. */
  readonly listed: readonly ListedMailbox[] | null
  /** What the source would like to know; [] for most. */
  readonly fields: readonly SourceField[]
  /**
   * Everything that lies there, in an order that is the same each time. Audio is read before the next item is asked for,
   * so a stream need not be kept. A message that moves while it is read may come again.
   */
  items(): AsyncIterable<SourceItem>
  /** Gives back handles and temporary files; called once, after items or instead of it. */
  close(): Promise<void>
}

export type SourceMailbox = {
  /** Its extension number, or whatever names it: an e-mail address finds the extension of its user. */
  readonly name: string
  /** What tells two mailboxes of one name apart: a context, a domain; '' where nothing does. */
  readonly context: string
  /** Whose it is, as the source says; '' when it does not. */
  readonly holder: string
  readonly email: string
  /** Its name may be an extension number with the prefix of its site before it. */
  readonly sitePrefixed?: boolean
  /** The number that was called, in E.164: it finds the extension that has it here where nothing else does. */
  readonly phoneNumber?: string
  /** What to do where it finds no extension: a sentence. */
  readonly remedy?: string
  /** The extension number that it has there, where its name is an address that may find nobody here. */
  readonly otherwise?: string
  /** All addresses that it was sent to, where its name is the first of them: the first that a user here has is meant. */
  readonly addresses?: readonly string[]
}

/** bytes: of audio that may be stored at most; it is asked for before anything is. */
export type ListedMailbox = { readonly mailbox: SourceMailbox; readonly messages: number; readonly bytes: number }

export type SourceItem =
  | { readonly kind: 'message'; readonly message: SourceMessage }
  | { readonly kind: 'greeting'; readonly greeting: SourceGreeting }
  /** Left out on purpose. */
  | ({ readonly kind: 'skipped' } & LeftOut)
  /** Damaged, or not to be opened. */
  | ({ readonly kind: 'unreadable' } & LeftOut)

/** What is not imported, or with a guess, and why: a sentence. file as in SourceMessage. */
export type Left = { readonly file: string; readonly reason: string }

/** messages: how many it stands for; 0 where it is none (a greeting, a link), or may hold any number (a table, a zip). */
export type LeftOut = Left & { readonly messages: number }

export type SourceMessage = {
  readonly mailbox: SourceMailbox
  /** What reports call it, relative to what was chosen; never with a secret in it. */
  readonly file: string
  /** What names the message in its mailbox wherever it moves; null: its audio and time do. */
  readonly key: string | null
  readonly callerName: string
  readonly callerNumber: string
  /** Null when the source does not say: the time of its audio file is taken. */
  readonly receivedAt: Date | null
  /** The length in seconds as the source has it; null when it does not say. Audio that is shorter counts as torn. */
  readonly seconds: number | null
  readonly folder: string
  readonly read: boolean
  readonly urgent: boolean
  readonly transcript: string | null
  /** The same recording in one or more formats; the best that is whole is taken. */
  readonly audio: readonly SourceAudio[]
  /** What had to be guessed: a sentence each. */
  readonly notes: readonly string[]
}

export type GreetingKind = Inventory['greetings'][number]['kind']

export type SourceGreeting = {
  readonly mailbox: SourceMailbox
  readonly file: string
  readonly greeting: GreetingKind
  readonly audio: readonly SourceAudio[]
}

/** One file of audio. name: with its ending, which tells formats without a header apart. */
export type SourceAudio = { readonly name: string; read(): AudioRead | Promise<AudioRead> }

export type AudioRead =
  /** modifiedAt: null where the audio has no time of its own. */
  | { readonly bytes: Uint8Array; readonly modifiedAt: Date | null }
  /** Why it cannot be read: a sentence. */
  | { readonly reason: string }
  /** It moved while it was read; the source comes back to it, and nothing is reported. */
  | { readonly moved: true }
