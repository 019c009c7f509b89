import { extname } from 'node:path'
import type { AudioFormat } from '../../../shared/voicemail/model.ts'
import type { ByteSource } from '../../files/byteSource.ts'
import { ascii } from './reading.ts'
import type { Measured } from './riff.ts'

/** Audio without a header: whole samples of so many bytes, so many of them in a second. */
export type RawKind = { format: AudioFormat; sampleBytes: number; perSecond: number }

// G.722 is 16 kHz audio in 8,000 bytes a second (ITU-T G.722, 64 kbit/s).
const kinds: readonly (RawKind & { endings: readonly string[] })[] = [
  { format: 'ulaw', sampleBytes: 1, perSecond: 8000, endings: ['ulaw', 'ul', 'mu', 'ulw', 'pcm'] },
  { format: 'alaw', sampleBytes: 1, perSecond: 8000, endings: ['alaw', 'al', 'alw'] },
  { format: 'g722', sampleBytes: 1, perSecond: 8000, endings: ['g722'] },
  { format: 'sln', sampleBytes: 2, perSecond: 8000, endings: ['sln', 'slin', 'raw'] },
  { format: 'sln12', sampleBytes: 2, perSecond: 12_000, endings: ['sln12'] },
  { format: 'sln16', sampleBytes: 2, perSecond: 16_000, endings: ['sln16'] },
  { format: 'sln24', sampleBytes: 2, perSecond: 24_000, endings: ['sln24'] },
  { format: 'sln32', sampleBytes: 2, perSecond: 32_000, endings: ['sln32'] },
  { format: 'sln44', sampleBytes: 2, perSecond: 44_100, endings: ['sln44'] },
  { format: 'sln48', sampleBytes: 2, perSecond: 48_000, endings: ['sln48'] },
  { format: 'sln96', sampleBytes: 2, perSecond: 96_000, endings: ['sln96'] },
  { format: 'sln192', sampleBytes: 2, perSecond: 192_000, endings: ['sln192'] },
]

/** What the ending of a name says of audio without a header; null when it says nothing. */
export function rawKindOf(fileName: string): RawKind | null {
  const ending = extname(fileName).slice(1).toLowerCase()
  return kinds.find(({ endings }) => endings.includes(ending)) ?? null
}

/** Samples, or bytes of G.722, in a second of a format without a header. */
export function rawRateOf(format: 'ulaw' | 'alaw' | 'g722' | `sln${string}`): number {
  return kinds.find((kind) => kind.format === format)!.perSecond
}

/** So many bytes are looked at to tell sound from a page of text that was saved under an audio name. */
const lookBytes = 1024
/** What files of other kinds begin with. */
const otherBeginnings = ['ID3', 'PK\u0003\u0004', '%PDF', '\u0089PNG', '\u007fELF']

/**
 * Measures audio that any bytes could be: what is clearly something else is refused. Text is, because no 1,024 samples of
 * a voice are all letters; and zeros are, which no recorder of a companded format writes, but a crashed disk does.
 */
export function measureRaw(source: ByteSource, { format, sampleBytes, perSecond }: RawKind): Measured | null {
  const samples = Math.floor(source.size / sampleBytes)
  if (samples === 0) return null
  const start = source.slice(0, lookBytes)
  if (otherBeginnings.some((text) => ascii(start, 0, text.length) === text) || isText(start)) return null
  if (sampleBytes === 1 && onlyZeros(source)) return null
  return { format, seconds: samples / perSecond }
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127))
}

function onlyZeros(source: ByteSource): boolean {
  for (let offset = 0; offset < source.size; offset += lookBytes) {
    if (source.slice(offset, lookBytes).some((byte) => byte !== 0)) return false
  }
  return true
}
