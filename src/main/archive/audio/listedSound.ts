import type { AudioFormat } from '../../../shared/voicemail/model.ts'

/** Where the sound of a message lies, and what its list says of it. format is null when it is not known here. */
export type ListedSound = { path: string; format: AudioFormat | null; seconds: number; bytes: number; sha256: string }
