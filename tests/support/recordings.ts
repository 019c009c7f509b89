import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../../src/shared/ids.ts'
import { audioFormat, type AudioFormat } from '../../src/shared/voicemail/model.ts'

const recordingsFolder = join('tests', 'recordings')

const recording = z.object({
  file: z.string(),
  format: audioFormat,
  bytes: z.int(),
  sha256,
  /** Samples a second of what is heard. */
  rate: z.int(),
  seconds: z.number(),
  /** Of what ffmpeg, or sox for AMR, decodes: 16 bits, little-endian, without a header. */
  pcmSha256: sha256,
})
export type Recording = z.infer<typeof recording>

/** One voice in every format, made by other programs than ours (scripts/makeRecordings.mjs). */
export const recordings: readonly Recording[] = z
  .array(recording)
  .parse(JSON.parse(readFileSync(join(recordingsFolder, 'recordings.json'), 'utf8')))

export function readRecording(file: string): Buffer {
  return readFileSync(join(recordingsFolder, file))
}

/** The first recording of a format. */
export function recordingOf(format: AudioFormat): Recording {
  return recordings.find((one) => one.format === format)!
}
