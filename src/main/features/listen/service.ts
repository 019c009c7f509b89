import type { ArchiveId } from '../../../shared/ids.ts'
import type { SoundPlace } from '../../../shared/listen/contract.ts'
import type { SoundLook } from '../../../shared/listen/model.ts'
import type { ListedSound } from '../../archive/audio/listedSound.ts'
import type { WriteDb } from '../../db/sql.ts'
import type { MediaBody } from '../../desktop.ts'
import { audioPath } from '../../phoneSystem/embedded/audioStore.ts'
import { findGreeting } from '../../phoneSystem/embedded/greetings.ts'
import { audioFinder } from '../../phoneSystem/embedded/voicemails.ts'
import { startSounds } from '../../archive/audio/sounds/soundThread.ts'
import { mediaBodyOf } from './mediaBody.ts'
import { findPeaks, keepPeaks } from './peaksRepository.ts'

export type ListeningOptions = {
  db: WriteDb
  audioFolder: string
  /** Finds the sound of an archived message. Throws NOT_FOUND. */
  archivedSound(archiveId: string, messageId: string): Promise<ListedSound>
  /** Finds the sound of an archived greeting. Throws NOT_FOUND. */
  archivedGreeting(archiveId: ArchiveId, number: number): Promise<ListedSound>
  /** The built script of the thread that decodes; without it the caller's thread does. */
  decodingThread: string | null
}

const unknownSound: SoundLook = { problem: null, seconds: null, peaks: null, picturedByWindow: true }

/** Sound of messages and greetings: what there is to say of it, and its bytes for a player. */
export function createListening(options: ListeningOptions) {
  const { db } = options
  const sounds = startSounds(options.decodingThread)
  const locate = (place: SoundPlace) => locateSound(options, place)
  return {
    /** Throws NOT_FOUND for an id that is not known; whatever is wrong with the file is in the answer. */
    look: async (place: SoundPlace): Promise<SoundLook> => {
      const { format, path, seconds, bytes, sha256 } = await locate(place)
      if (format === null) return unknownSound
      const kept = findPeaks(db, sha256)
      const look = await sounds.look({ path, format, seconds, picture: kept === null })
      // A file of another size is not the one whose hash is listed. Nobody waits for a thread that writes: it is drawn again.
      if (look.peaks !== null && look.bytes === bytes && !db.writer.lent()) keepPeaks(db, sha256, look.peaks)
      const peaks = kept ?? look.peaks
      return {
        problem: look.problem,
        seconds: look.seconds,
        peaks: peaks === null || look.seconds === null ? null : [...peaks],
        picturedByWindow: peaks === null && look.seconds !== null && !look.decodedHere,
      }
    },
    keepPeaks: async (place: SoundPlace, peaks: readonly number[]): Promise<void> => {
      const { sha256 } = await locate(place)
      keepPeaks(db, sha256, Uint8Array.from(peaks))
    },
    /** Rejects for an id that is not known, a file that is not there and sound that cannot be decoded. */
    body: async (place: SoundPlace): Promise<MediaBody> => mediaBodyOf(sounds, await locate(place)),
    close: () => sounds.stop(),
  }
}

async function locateSound(
  { db, audioFolder, archivedSound, archivedGreeting }: ListeningOptions,
  place: SoundPlace,
): Promise<ListedSound> {
  switch (place.kind) {
    case 'archive':
      return archivedSound(place.archiveId, place.messageId)
    case 'archivedGreeting':
      return archivedGreeting(place.archiveId, place.number)
    case 'voicemail': {
      const { file, ...listed } = audioFinder(db)(place.id)
      return { ...listed, path: audioPath(audioFolder, file) }
    }
    case 'greeting': {
      const { file, ...listed } = findGreeting(db, place.id)
      return { ...listed, path: audioPath(audioFolder, file), format: 'unlisted' }
    }
  }
}

export type Listening = ReturnType<typeof createListening>
