import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { maximalBars, type SoundProblem } from '../../../../shared/listen/model.ts'
import { playableFormats, type AudioFormat } from '../../../../shared/voicemail/model.ts'
import { openPcm } from '../decode/openPcm.ts'
import { pieceSamples, type PcmReader } from '../decode/pcm.ts'
import { measureAudio } from '../probe.ts'
import { systemCode } from '../../../files/diskErrors.ts'
import type { ByteSource } from '../../../files/byteSource.ts'

export type SoundFile = { path: string; format: AudioFormat }
/**
 * What the list says, where there is one. picture: whether one is wanted; it is made only of sound that is decoded here.
 */
export type LookRequest = { path: string; format: AudioFormat | 'unlisted'; seconds: number; picture: boolean }
/** seconds: of what is there; null when it is no sound. */
export type Look = {
  problem: SoundProblem | null
  seconds: number | null
  bytes: number
  decodedHere: boolean
  peaks: Uint8Array | null
}

type Open = <T>(path: string, use: (source: ByteSource) => T | Promise<T>) => Promise<T>

/** Length in the list and length of the frames may differ by rounding and padding. */
const toleranceSeconds = 1
/** Longer sounds have no picture: to decode three hours takes seconds. */
const picturedSeconds = 3 * 3600

/** Says what is there of a sound and what is wrong with it. Never throws for a file that is damaged or not there. */
export async function lookAt(request: LookRequest, open: Open): Promise<Look> {
  const nothing = { seconds: null, bytes: 0, decodedHere: false, peaks: null }
  try {
    return await open(request.path, (source) => lookInto(source, request))
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return { ...nothing, problem: code === 'ENOENT' ? 'MISSING' : 'UNREADABLE' }
  }
}

async function lookInto(source: ByteSource, { path, format, seconds: listed, picture }: LookRequest): Promise<Look> {
  const nothing = { seconds: null, bytes: source.size, decodedHere: false, peaks: null }
  if (source.size === 0) return { ...nothing, problem: 'EMPTY' }
  const measured = measureAudio(source, basename(path))
  if (measured === null) return { ...nothing, problem: 'NOT_AUDIO' }
  const { seconds } = measured
  const reader = await openPcm(source, measured.format)
  // Asked of what the file is: lists of older versions call Speex ogg.
  if (reader === null && !playableFormats.has(measured.format)) return { ...nothing, seconds, problem: 'NO_DECODER' }
  if (format !== 'unlisted' && measured.format !== format) {
    reader?.close()
    return { ...nothing, problem: 'NOT_AUDIO' }
  }
  const problem = seconds < listed - toleranceSeconds ? 'SHORTER' : null
  const pictured = picture && reader !== null && seconds <= picturedSeconds
  const peaks = pictured ? await peaksOf(reader, source) : null
  reader?.close()
  return { problem, seconds, bytes: source.size, decodedHere: reader !== null, peaks }
}

/** Gives way between pieces, so that a sound that is played is not held up by the picture of another. */
async function peaksOf(reader: PcmReader, source: ByteSource): Promise<Uint8Array> {
  const bars = Math.max(1, Math.min(maximalBars, reader.samples))
  const peaks = new Uint16Array(bars)
  const values = reader.samples * reader.channels
  let at = 0
  for (let piece = 0; piece * pieceSamples < reader.samples; piece += 1) {
    const samples = await reader.read(source, piece)
    for (let index = 0; index < samples.length; index += 1, at += 1) {
      const bar = Math.min(bars - 1, Math.floor((at * bars) / values))
      const size = Math.abs(samples[index]!)
      if (size > peaks[bar]!) peaks[bar] = size
    }
    await setImmediate()
  }
  return scaled(peaks)
}

/** Silence is not blown up: what never passes a hundredth of full scale stays low. */
function scaled(peaks: Uint16Array): Uint8Array {
  const loudest = peaks.reduce((most, peak) => Math.max(most, peak), 328)
  return Uint8Array.from(peaks, (peak) => Math.round((peak * 255) / loudest))
}
