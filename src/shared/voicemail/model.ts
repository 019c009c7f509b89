import { z } from 'zod'
import { extensionId, instant, sha256, voicemailId } from '../ids.ts'

/**
 * What the audio file is. wav-gsm is GSM 6.10 in a RIFF container (Asterisk's .WAV); sln is signed linear without a header,
 * at the rate that its name tells in kHz, 8 where it tells none; so are gsm, ulaw, alaw and g722 without a header.
 */
export const audioFormats = [
  'wav-pcm',
  'wav-ulaw',
  'wav-alaw',
  'wav-gsm',
  'gsm',
  'ulaw',
  'alaw',
  'g722',
  'sln',
  'sln12',
  'sln16',
  'sln24',
  'sln32',
  'sln44',
  'sln48',
  'sln96',
  'sln192',
  'au',
  'mp3',
  'ogg',
  'ogg-speex',
  'amr-nb',
  'amr-wb',
  'm4a',
] as const
export const audioFormat = z.enum(audioFormats)
export type AudioFormat = z.infer<typeof audioFormat>

/** Formats that Chromium plays as they are. */
export const playableFormats: ReadonlySet<AudioFormat> = new Set([
  'wav-pcm',
  'wav-ulaw',
  'wav-alaw',
  'mp3',
  'ogg',
  'm4a',
])

/** The ending that says of each format what it is; one without a header is recognized by it alone. */
export const fileExtensions: Readonly<Record<AudioFormat, string>> = {
  'wav-pcm': 'wav',
  'wav-ulaw': 'wav',
  'wav-alaw': 'wav',
  'wav-gsm': 'wav',
  gsm: 'gsm',
  ulaw: 'ulaw',
  alaw: 'alaw',
  g722: 'g722',
  sln: 'sln',
  sln12: 'sln12',
  sln16: 'sln16',
  sln24: 'sln24',
  sln32: 'sln32',
  sln44: 'sln44',
  sln48: 'sln48',
  sln96: 'sln96',
  sln192: 'sln192',
  au: 'au',
  mp3: 'mp3',
  ogg: 'ogg',
  'ogg-speex': 'ogg',
  'amr-nb': 'amr',
  'amr-wb': 'awb',
  m4a: 'm4a',
}

/** A message belongs to the extension, not to the person (article, "What happens to the voicemails?"). */
export const voicemailMessage = z.object({
  id: voicemailId,
  extensionId,
  callerName: z.string().max(200),
  callerNumber: z.string().max(64),
  receivedAt: instant,
  /** IANA zone of the mailbox, for showing the time as the person would have heard it. */
  timezone: z.string(),
  seconds: z.number().min(0),
  folder: z.string().max(64),
  read: z.boolean(),
  urgent: z.boolean(),
  format: audioFormat,
  bytes: z.int().min(0),
  sha256,
  transcript: z.string().nullable(),
})
export type VoicemailMessage = z.infer<typeof voicemailMessage>
