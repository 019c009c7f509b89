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

/** About how many bytes the copy of a message takes; 0 when it needs none, or nothing here decodes it. */
export function copyBytes(listed: Pick<ListedMessage, 'message'>): number {
  const { seconds, format } = listed.message
  return needsCopy(listed) && format !== 'ogg-speex' ? Math.ceil(seconds * rateOf(format)) * 2 + wavHeaderBytes : 0
}

const wideBand: ReadonlySet<AudioFormat> = new Set(['g722', 'amr-wb', 'au'])

/** Samples a second of what is heard; most .au files have fewer. */
function rateOf(format: AudioFormat): number {
  if (wideBand.has(format)) return 16_000
  return isLinear(format) ? rawRateOf(format) : 8000
}

function isLinear(format: AudioFormat): format is AudioFormat & `sln${string}` {
  return format.startsWith('sln')
}
