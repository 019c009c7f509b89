import type { Readable } from 'node:stream'
import type { Emit } from '../shared/ipc/contract.ts'
import type { Theme } from '../shared/preferences/contract.ts'
import type { ByteRange } from './files/byteRange.ts'

export type FileKind = { name: string; extensions: readonly string[] }

export type Dialogs = {
  /** Answers an absolute path, or null when the dialog was cancelled; so do the other two. */
  chooseFolder(options: { title: string; button?: string; startIn?: string }): Promise<string | null>
  chooseFile(options: { title: string; kinds: readonly FileKind[]; startIn?: string }): Promise<string | null>
  saveFile(options: { title: string; suggestedName: string; kinds: readonly FileKind[] }): Promise<string | null>
}

/** What main asks of the desktop. The adapter lives in src/main/electron; a test passes its own. */
export type Desktop = {
  dialogs: Dialogs
  /** Shows a file or folder in the file manager; it is not opened. */
  showItem(path: string): void
  /** Moves a folder to the wastebasket. Rejects with FILE_PROBLEM where there is none, as on some shares. */
  trash(path: string): Promise<void>
  /** Prints a self-contained HTML document to a tagged PDF. No script runs and nothing is fetched. */
  printPdf(html: string): Promise<Uint8Array>
  /** A notification of the desktop, only while the window is not in front. */
  notify(title: string, body: string): void
  /** Progress on the taskbar from 0 to 1; null takes it away. */
  showProgress(fraction: number | null): void
  /** Keeps the computer from falling asleep while work is under way. */
  keepAwake(on: boolean): void
  applyTheme(theme: Theme): void
  /** Sends an event to the window, if there is one. */
  emit: Emit
  /** Where archives go unless a folder is chosen: the user's Documents. */
  documentsFolder: string
}

/** Sound that main has looked up by id, as bytes of a file or of what is decoded from one. */
export type MediaBody = { mime: string; size: number; read(range: ByteRange): Readable }

/** Sound for the window, by id. Each rejects with NOT_FOUND for an id that is not known. */
export type Media = {
  voicemailAudio(voicemailId: string): Promise<MediaBody>
  /** messageId as voicemails.json of the archive has it. */
  archiveAudio(archiveId: string, messageId: string): Promise<MediaBody>
  greetingAudio(greetingId: string): Promise<MediaBody>
  /** number: with which the greeting's file in the archive begins. */
  archivedGreetingAudio(archiveId: string, number: string): Promise<MediaBody>
}
