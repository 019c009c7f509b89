import type { AudioFormat } from '../../../shared/voicemail/model.ts'

/** What a player is told that a file is; those without a header have no registered type. */
export const mimeTypes: Readonly<Record<AudioFormat, string>> = {
  'wav-pcm': 'audio/wav',
  'wav-ulaw': 'audio/wav',
  'wav-alaw': 'audio/wav',
  'wav-gsm': 'audio/wav',
  gsm: 'audio/gsm',
  ulaw: 'audio/basic',
  alaw: 'application/octet-stream',
  g722: 'audio/G722',
  sln: 'application/octet-stream',
  sln12: 'application/octet-stream',
  sln16: 'application/octet-stream',
  sln24: 'application/octet-stream',
  sln32: 'application/octet-stream',
  sln44: 'application/octet-stream',
  sln48: 'application/octet-stream',
  sln96: 'application/octet-stream',
  sln192: 'application/octet-stream',
  au: 'audio/basic',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  'ogg-speex': 'audio/ogg',
  'amr-nb': 'audio/AMR',
  'amr-wb': 'audio/AMR-WB',
  m4a: 'audio/mp4',
}
