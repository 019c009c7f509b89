import { extname } from 'node:path'
import { playableFormats, type AudioFormat } from '../../../../shared/voicemail/model.ts'
import { probeAudio } from '../../../archive/audio/probe.ts'
import type { SourceAudio } from './source.ts'

export type ChosenAudio = { bytes: Uint8Array; modifiedAt: Date | null; format: AudioFormat; seconds: number }

export type AudioChoice = { audio: ChosenAudio | null; reasons: string[] } | { moved: true }

/**
 * What plays as it is, then what keeps most of the sound. Asterisk's .WAV is GSM in a RIFF container, its twin .wav is
 * PCM: the case matters.
 */
const endings = (
  'wav wav16 mp3 ogg m4a sln192 sln96 sln48 sln44 sln32 sln24 sln16 g722 sln12 sln slin raw au ' +
  'ulaw ul mu ulw pcm alaw al alw WAV wav49 gsm awb amr'
).split(' ')
/** What a codec or a trimmed silence may take off the length that the other system counted. */
const tolerance = 2

/**
 * Picks one file of a recording that exists in several formats: the first that plays as it is and is not shorter than
 * the source says, else the longest. A torn file loses against a whole one in another format.
 */
export async function chooseAudio(candidates: readonly SourceAudio[], duration: number | null): Promise<AudioChoice> {
  const reasons: string[] = []
  const whole: ChosenAudio[] = []
  for (const candidate of candidates.toSorted((a, b) => rank(a) - rank(b))) {
    const read = await readAudio(candidate)
    if ('moved' in read) return read
    if ('reason' in read) {
      reasons.push(`${candidate.name}: ${read.reason}`)
      continue
    }
    if (playableFormats.has(read.format) && !isTorn(read, duration)) return { audio: read, reasons }
    whole.push(read)
  }
  const longest = Math.max(...whole.map((one) => one.seconds))
  const best = whole.find((one) => one.seconds + tolerance >= longest) ?? null
  return { audio: best, reasons }
}

/** Whether audio is clearly shorter than the source says. */
export function isTorn({ seconds }: Pick<ChosenAudio, 'seconds'>, duration: number | null): duration is number {
  return duration !== null && seconds + tolerance < duration
}

function rank({ name }: SourceAudio): number {
  const place = endings.indexOf(extname(name).slice(1))
  return place === -1 ? endings.length : place
}

async function readAudio(candidate: SourceAudio): Promise<ChosenAudio | { reason: string } | { moved: true }> {
  const read = await candidate.read()
  if (!('bytes' in read)) return read
  const { bytes, modifiedAt } = read
  const measured = await probeAudio(bytes, candidate.name)
  if (measured === null) return { reason: 'The audio is damaged or of an unknown kind.' }
  return { bytes, modifiedAt, format: measured.format, seconds: measured.seconds }
}
