import type { SoundPlace } from '../../../../shared/listen/contract.ts'

/** Where the sound of a message is played from; main finds the file by these ids. */
export function mediaAddress(place: SoundPlace): string {
  return place.kind === 'voicemail'
    ? `media://voicemail/${encodeURIComponent(place.id)}`
    : `media://archive/${encodeURIComponent(place.archiveId)}/${encodeURIComponent(place.messageId)}`
}
