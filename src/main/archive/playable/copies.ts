import { basename, extname } from 'node:path'
import { playableFormats, type AudioFormat } from '../../../shared/voicemail/model.ts'
import { rawRateOf } from '../audio/raw.ts'
import { wavHeaderBytes } from '../audio/decode/wavHeader.ts'
import type { BagFile } from '../bagFile.ts'
import { voicemailFolder, type ListedMessage } from '../listing.ts'

/** WAV of PCM beside a message that browsers do not play. decoder: what it was decoded with. */
export type PlayableCopy = BagFile & { decoder: string }
/** By the position of the message: what was made, and why something was not. */
export type PlayableCopies = { made: ReadonlyMap<number, PlayableCopy>; notMade: ReadonlyMap<number, string> }

export const playableFolder = `${voicemailFolder}/playable`

export function needsCopy({ message }: Pick<ListedMessage, 'message'>): boolean {
  return !playableFormats.has(message.format)
}

/** Named like the message, in a folder of its own: the names of messages are one of a kind. */
export function copyPathOf({ file }: Pick<ListedMessage, 'file'>): string {
  return `${playableFolder}/${basename(file, extname(file))}.wav`
}

/**
 * About how many bytes the copy of a message takes; 0 when it needs none, or nothing here decodes it. The length comes from a
 * header, which may name any rate: there are never more samples than fit into the file.
 */
export function copyBytes(listed: Pick<ListedMessage, 'message'>): number {
  const { seconds, format, bytes } = listed.message
  if (!needsCopy(listed) || format === 'ogg-speex') return 0
  return Math.ceil(Math.min(seconds * rateOf(format), bytes * mostSamples(format))) * 2 + wavHeaderBytes
}

const wideBand: ReadonlySet<AudioFormat> = new Set(['g722', 'amr-wb', 'au'])

/** Samples a second of what is heard; most .au files have fewer. */
function rateOf(format: AudioFormat): number {
  if (wideBand.has(format)) return 16_000
  return isLinear(format) ? rawRateOf(format) : 8000
}

/** How many samples a byte of a file can hold: in AMR a whole frame, when nobody speaks. */
function mostSamples(format: AudioFormat): number {
  if (format === 'amr-nb') return 160
  if (format === 'amr-wb') return 320
  // 320 samples in 65 bytes.
  return format === 'gsm' || format === 'wav-gsm' ? 5 : 2
}

function isLinear(format: AudioFormat): format is AudioFormat & `sln${string}` {
  return format.startsWith('sln')
}
