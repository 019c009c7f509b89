import { alawSample, ulawSample } from './g711.ts'
import { pieceSamples, type PcmReader } from './pcm.ts'
import { saturate } from './word.ts'

export type SampleKind =
  | 'u8'
  | 's8'
  | 's16'
  | 's16be'
  | 's24'
  | 's24be'
  | 's32'
  | 's32be'
  | 'f32'
  | 'f64'
  | 'ulaw'
  | 'alaw'

/** Sound of which every sample stands for itself. bytes: what is there of it. */
export type Linear = { kind: SampleKind; rate: number; channels: number; start: number; bytes: number }

type Sample = { bytes: number; at: (view: DataView, offset: number) => number }

// Deeper samples are cut to their upper 16 bits.
const kinds: Readonly<Record<SampleKind, Sample>> = {
  u8: { bytes: 1, at: (view, offset) => (view.getUint8(offset) - 128) << 8 },
  s8: { bytes: 1, at: (view, offset) => view.getInt8(offset) << 8 },
  s16: { bytes: 2, at: (view, offset) => view.getInt16(offset, true) },
  s16be: { bytes: 2, at: (view, offset) => view.getInt16(offset) },
  s24: { bytes: 3, at: (view, offset) => view.getInt16(offset + 1, true) },
  s24be: { bytes: 3, at: (view, offset) => view.getInt16(offset) },
  s32: { bytes: 4, at: (view, offset) => view.getInt16(offset + 2, true) },
  s32be: { bytes: 4, at: (view, offset) => view.getInt16(offset) },
  f32: { bytes: 4, at: (view, offset) => fromFraction(view.getFloat32(offset, true)) },
  f64: { bytes: 8, at: (view, offset) => fromFraction(view.getFloat64(offset, true)) },
  ulaw: { bytes: 1, at: (view, offset) => ulawSample(view.getUint8(offset)) },
  alaw: { bytes: 1, at: (view, offset) => alawSample(view.getUint8(offset)) },
}

export function openLinear({ kind, rate, channels, start, bytes }: Linear): PcmReader {
  const { bytes: sampleBytes, at } = kinds[kind]
  const frameBytes = sampleBytes * channels
  const samples = Math.floor(bytes / frameBytes)
  return {
    rate,
    channels,
    samples,
    async read(source, piece) {
      const from = piece * pieceSamples
      const count = Math.max(0, Math.min(pieceSamples, samples - from))
      const read = source.slice(start + from * frameBytes, count * frameBytes)
      const view = new DataView(read.buffer, read.byteOffset, read.byteLength)
      return Int16Array.from({ length: Math.floor(read.length / sampleBytes) }, (_, index) =>
        at(view, index * sampleBytes),
      )
    },
    close: () => undefined,
  }
}

function fromFraction(value: number): number {
  return Number.isNaN(value) ? 0 : saturate(Math.round(value * 32_768))
}
