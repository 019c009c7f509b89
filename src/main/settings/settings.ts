import { usualUserColumns } from '../../shared/directory/columns.ts'
import type { UserColumn } from '../../shared/directory/model.ts'
import type { SourceAnswers, VoicemailSourceKind } from '../../shared/imports/contract.ts'
import type { PlaybackSpeed } from '../../shared/listen/speeds.ts'
import type { Theme } from '../../shared/preferences/contract.ts'

export type WindowBounds = { x: number; y: number; width: number; height: number; maximized: boolean }

/** Preferences, and nothing that matters: losing them costs a click. */
export type Settings = {
  theme: Theme
  window: WindowBounds | null
  /** The folder in which the last archive was made. */
  archiveFolder: string | null
  /** The columns of the Users page. */
  usersColumns: readonly UserColumn[]
  playbackSpeed: PlaybackSpeed
  /** What was answered at the last import of each kind of source. */
  importAnswers: Readonly<Partial<Record<VoicemailSourceKind, SourceAnswers>>>
}

export type SettingsStore = {
  get<K extends keyof Settings>(key: K): Settings[K]
  set<K extends keyof Settings>(key: K, value: Settings[K]): void
}

export const defaultSettings: Settings = {
  theme: 'system',
  window: null,
  archiveFolder: null,
  usersColumns: usualUserColumns,
  playbackSpeed: 1,
  importAnswers: {},
}
