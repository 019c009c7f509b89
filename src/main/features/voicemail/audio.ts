import type { VoicemailId } from '../../../shared/ids.ts'
import type { AudioFormat } from '../../../shared/voicemail/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import type { MediaFile } from '../../desktop.ts'
import { audioPath } from '../../phoneSystem/embedded/audioStore.ts'
import { findAudio } from '../../phoneSystem/embedded/voicemails.ts'

const types: Readonly<Record<AudioFormat, string>> = {
  'wav-pcm': 'audio/wav',
  'wav-ulaw': 'audio/wav',
  'wav-alaw': 'audio/wav',
  'wav-gsm': 'audio/wav',
  gsm: 'audio/gsm',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
}

/** Where the audio of a message on the phone system lies. Throws NOT_FOUND. */
export function voicemailAudio(db: ReadDb, audioFolder: string, id: VoicemailId): MediaFile {
  const { file, format } = findAudio(db, id)
  return { path: audioPath(audioFolder, file), mime: types[format] }
}
