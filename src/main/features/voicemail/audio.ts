import type { VoicemailId } from '../../../shared/ids.ts'
import { mimeTypes } from '../../archive/audio/mimeTypes.ts'
import type { ReadDb } from '../../db/sql.ts'
import type { MediaFile } from '../../desktop.ts'
import { audioPath } from '../../phoneSystem/embedded/audioStore.ts'
import { findAudio } from '../../phoneSystem/embedded/voicemails.ts'

/** Where the audio of a message on the phone system lies. Throws NOT_FOUND. */
export function voicemailAudio(db: ReadDb, audioFolder: string, id: VoicemailId): MediaFile {
  const { file, format } = findAudio(db, id)
  return { path: audioPath(audioFolder, file), mime: mimeTypes[format] }
}
