import { z } from 'zod'
import { extensionId, instant, sha256, voicemailId } from '../ids.ts'

/** What the audio file is; wav49 is GSM 6.10 in a RIFF container (Asterisk's .WAV). */
export const audioFormats = ['wav-pcm', 'wav-ulaw', 'wav-alaw', 'wav-gsm', 'gsm', 'mp3', 'ogg'] as const
export const audioFormat = z.enum(audioFormats)
export type AudioFormat = z.infer<typeof audioFormat>

/** Formats that Chromium plays as they are. */
export const playableFormats: ReadonlySet<AudioFormat> = new Set(['wav-pcm', 'wav-ulaw', 'wav-alaw', 'mp3', 'ogg'])

export const fileExtensions: Readonly<Record<AudioFormat, string>> = {
  'wav-pcm': 'wav',
  'wav-ulaw': 'wav',
  'wav-alaw': 'wav',
  'wav-gsm': 'wav',
  gsm: 'gsm',
  mp3: 'mp3',
  ogg: 'ogg',
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
