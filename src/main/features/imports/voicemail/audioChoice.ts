import { basename, extname } from 'node:path'
import { playableFormats, type AudioFormat } from '../../../../shared/voicemail/model.ts'
import { probeAudio } from '../../../archive/audio/probe.ts'
import { readStable } from './stableRead.ts'

export type ChosenAudio = { bytes: Buffer; modifiedAt: Date; format: AudioFormat; seconds: number; ending: string }

/** Best to play first. Asterisk's .WAV is GSM in a RIFF container, its twin .wav is PCM: the case matters. */
const endings = ['wav', 'wav16', 'mp3', 'ogg', 'WAV', 'wav49', 'gsm']
/** What a codec or a trimmed silence may take off the length that Asterisk counted. */
const tolerance = 2

/**
 * Picks one file of a message that exists in several formats: the first that plays as it is and is not shorter than
 * Asterisk says, else the longest. A torn file loses against a whole one in another format.
 */
export async function chooseAudio(
  paths: readonly string[],
  duration: number | null,
): Promise<{ audio: ChosenAudio | null; reasons: string[] }> {
  const reasons: string[] = []
  const whole: ChosenAudio[] = []
  for (const path of paths.toSorted((a, b) => rank(a) - rank(b))) {
    const read = await readAudio(path)
    if ('reason' in read) {
      reasons.push(`${basename(path)}: ${read.reason}`)
      continue
    }
    if (playableFormats.has(read.format) && read.seconds + tolerance >= (duration ?? 0)) return { audio: read, reasons }
    whole.push(read)
  }
  const longest = Math.max(...whole.map((one) => one.seconds))
  const best = whole.find((one) => one.seconds + tolerance >= longest) ?? null
  return { audio: best, reasons }
}

function rank(path: string): number {
  const place = endings.indexOf(endingOf(path))
  return place === -1 ? endings.length : place
}

function endingOf(path: string): string {
  return extname(path).slice(1)
}

async function readAudio(path: string): Promise<ChosenAudio | { reason: string }> {
  const ending = endingOf(path)
  if (!endings.includes(ending)) return { reason: `Audio of the kind .${ending} is not supported yet.` }
  const read = await readStable(path)
  if ('reason' in read) return read
  const measured = await probeAudio(read.bytes, basename(path))
  return measured === null
    ? { reason: 'The audio is damaged or of an unknown kind.' }
    : { ...read, ...measured, ending }
}
