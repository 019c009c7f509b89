import type { AudioFormat } from '../../../shared/voicemail/model.ts'

/**
 * Where a sound lies, and what its list says of it. format is null when the list names one that is not known here, and
 * unlisted when no list says it, as of greetings: the sound is then what it is recognized as.
 */
export type ListedSound = {
  path: string
  format: AudioFormat | 'unlisted' | null
  seconds: number
  bytes: number
  sha256: string
}
