import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openPcm } from '../../src/main/archive/audio/decode/openPcm.ts'
import { pieceSamples } from '../../src/main/archive/audio/decode/pcm.ts'
import { bytesSource } from '../../src/main/files/byteSource.ts'
import type { AudioFormat } from '../../src/shared/voicemail/model.ts'
import { readRecording, recordings, recordingOf } from '../support/recordings.ts'

/** What only a browser decodes, or nobody. */
const notHere: readonly AudioFormat[] = ['mp3', 'ogg', 'ogg-speex', 'm4a']
const decoded = recordings.filter(({ format }) => !notHere.includes(format))

async function pieces(bytes: Buffer, format: AudioFormat, order?: readonly number[]) {
  const source = bytesSource(bytes)
  const pcm = (await openPcm(source, format))!
  const wanted = order ?? Array.from({ length: Math.ceil(pcm.samples / pieceSamples) }, (_, index) => index)
  const found: Int16Array[] = []
  for (const piece of wanted) found.push(await pcm.read(source, piece))
  pcm.close()
  return { pcm, found }
}

const bytesOf = (samples: readonly Int16Array[]): Buffer =>
  Buffer.concat(samples.map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength)))

describe('what is decoded', () => {
  // Rounding, not meaning: ffmpeg fills the lower bits of deep samples otherwise.
  it.each(decoded.filter(({ file }) => file !== 'float-48k.wav').map((one) => [one.file, one] as const))(
    '%s is to the bit what ffmpeg or sox decodes',
    async (file, { format, rate, seconds, pcmSha256 }) => {
      const { pcm, found } = await pieces(readRecording(file), format)
      expect([pcm.rate, pcm.samples / pcm.rate]).toEqual([rate, seconds])
      expect(createHash('sha256').update(bytesOf(found)).digest('hex')).toBe(pcmSha256)
    },
  )

  it('takes fractions for samples', async () => {
    const { pcm, found } = await pieces(readRecording('float-48k.wav'), 'wav-pcm')
    expect([pcm.rate, pcm.samples]).toEqual([48_000, 48_000])
    expect(Math.max(...found.flatMap((one) => [...one]))).toBeGreaterThan(5000)
  })

  it.each(notHere)('%s is left to the browser', async (format) => {
    const source = bytesSource(readRecording(recordingOf(format).file))
    expect(await openPcm(source, format)).toBeNull()
  })
})

describe('a jump', () => {
  // A decoder that starts cold clicks, or is quiet where there is speech.
  it.each(['wav-gsm', 'gsm', 'g722', 'amr-nb', 'amr-wb'] as const)(
    'into %s sounds as if it had been heard',
    async (format) => {
      const one = readRecording(recordingOf(format).file)
      const long = repeated(one, format, 6)
      const { found } = await pieces(long, format)
      const last = found.length - 1
      const { found: jumped } = await pieces(long, format, [last])
      expect(jumped[0]!.length).toBe(found[last]!.length)
      expect(correlation(jumped[0]!, found[last]!)).toBeGreaterThan(0.9999)
      const { found: back } = await pieces(long, format, [last, 0, 1])
      expect(bytesOf(back.slice(1)).equals(bytesOf(found.slice(0, 2)))).toBe(true)
    },
  )

  it('beyond the end finds nothing', async () => {
    for (const { file, format } of decoded) {
      const { found } = await pieces(readRecording(file), format, [99])
      expect(found[0]!.length).toBe(0)
    }
  })
})

describe('a torn file', () => {
  it.each(decoded.map((one) => [one.file, one.format] as const))(
    '%s is decoded as far as it goes',
    async (file, format) => {
      const whole = readRecording(file)
      for (const share of [0, 0.01, 0.3, 0.55, 0.999]) {
        const torn = whole.subarray(0, Math.floor(whole.length * share))
        const source = bytesSource(torn)
        const pcm = await openPcm(source, format)
        if (pcm === null) continue
        const found = await pieces(torn, format)
        const samples = found.found.reduce((sum, one) => sum + one.length, 0)
        expect(samples).toBe(pcm.samples * pcm.channels)
      }
    },
  )
})

/** The same recording some times over, as one file. */
function repeated(bytes: Buffer, format: AudioFormat, times: number): Buffer {
  const heads: Partial<Record<AudioFormat, number>> = { 'wav-gsm': 60, 'amr-nb': 6, 'amr-wb': 9 }
  const head = heads[format] ?? 0
  const file = Buffer.concat([bytes.subarray(0, head), ...Array.from({ length: times }, () => bytes.subarray(head))])
  // A size of nothing: the data runs to the end.
  if (format === 'wav-gsm') file.writeUInt32LE(0, 56)
  return file
}

function correlation(a: Int16Array, b: Int16Array): number {
  let [ab, aa, bb] = [0, 0, 0]
  for (let index = 0; index < a.length; index += 1) {
    ab += a[index]! * b[index]!
    aa += a[index]! ** 2
    bb += b[index]! ** 2
  }
  return ab / Math.sqrt(aa * bb)
}
