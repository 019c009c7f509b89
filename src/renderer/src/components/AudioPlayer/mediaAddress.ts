import type { SoundPlace } from '../../../../shared/listen/contract.ts'

/** Where a sound is played from; main finds the file by these ids. */
export function mediaAddress(place: SoundPlace): string {
  switch (place.kind) {
    case 'voicemail':
      return `media://voicemail/${encodeURIComponent(place.id)}`
    case 'archive':
      return `media://archive/${encodeURIComponent(place.archiveId)}/${encodeURIComponent(place.messageId)}`
    case 'greeting':
      return `media://greeting/${encodeURIComponent(place.id)}`
    case 'archivedGreeting':
      return `media://archived-greeting/${encodeURIComponent(place.archiveId)}/${place.number}`
  }
}
