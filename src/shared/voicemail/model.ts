import { z } from 'zod'
import { day, extensionId, extensionNumber, instant, sha256, userId, voicemailId } from '../ids.ts'

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

const signedLinear = (kilohertz: number): string => `Signed linear, ${kilohertz} kHz`

/** What the formats are called where people read them. */
export const formatNames: Readonly<Record<AudioFormat, string>> = {
  'wav-pcm': 'WAV',
  'wav-ulaw': 'WAV, mu-law',
  'wav-alaw': 'WAV, A-law',
  'wav-gsm': 'WAV, GSM 6.10',
  gsm: 'GSM 6.10',
  ulaw: 'Mu-law',
  alaw: 'A-law',
  g722: 'G.722',
  sln: signedLinear(8),
  sln12: signedLinear(12),
  sln16: signedLinear(16),
  sln24: signedLinear(24),
  sln32: signedLinear(32),
  sln44: signedLinear(44.1),
  sln48: signedLinear(48),
  sln96: signedLinear(96),
  sln192: signedLinear(192),
  au: 'AU',
  mp3: 'MP3',
  ogg: 'Ogg Vorbis or Opus',
  'ogg-speex': 'Ogg Speex',
  'amr-nb': 'AMR',
  'amr-wb': 'AMR wideband',
  m4a: 'M4A',
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

/** For whoever may not listen: what was said cannot be read either. */
export function withoutTranscript<M extends { transcript: string | null }>(message: M): M {
  return { ...message, transcript: null }
}

/** Somebody who has or had an extension; gone: deactivated or deleted since. */
export const voicemailOwner = z.object({ userId, name: z.string(), gone: z.boolean() })
export type VoicemailOwner = z.infer<typeof voicemailOwner>

/** A message with where it lies and whose it was: a row of the Voicemail page. */
export const voicemailRow = voicemailMessage.extend({
  extension: extensionNumber,
  /** Who had the extension when the message came; null when nobody had it, or nobody knows. */
  ownerThen: voicemailOwner.nullable(),
  /** Who has the extension on which the message is now; null when that is free. */
  ownerNow: voicemailOwner.nullable(),
  /** Older than the owner, and hidden from them: administrators alone hear it. */
  hidden: z.boolean(),
})
export type VoicemailRow = z.infer<typeof voicemailRow>

export const voicemailSort = z.enum(['received', 'extension', 'ownerThen', 'ownerNow', 'caller', 'seconds'])
export type VoicemailSort = z.infer<typeof voicemailSort>

export const voicemailFilter = z.object({
  /** Words in any part of caller, number, extension, owners' names or transcript. */
  search: z.string().max(200).default(''),
  /** Words in any part of the caller's name or number. */
  caller: z.string().max(200).default(''),
  extension: extensionNumber.optional(),
  ownerThen: userId.optional(),
  ownerNow: userId.optional(),
  /** Whether the extension is free: kept boxes of people who left. */
  free: z.boolean().optional(),
  folder: z.string().max(64).optional(),
  unread: z.boolean().optional(),
  format: audioFormat.optional(),
  /** The first and the last day, both included, as the mailbox's zone counts them. */
  from: day.optional(),
  until: day.optional(),
})
export type VoicemailFilter = z.infer<typeof voicemailFilter>
