import type { ByteSource } from '../../files/byteSource.ts'
import { ascii, bigEndian } from './reading.ts'
import type { Measured } from './riff.ts'

/** bytes: of the samples that are there. */
export type Au = { encoding: AuEncoding; rate: number; channels: number; start: number; bytes: number }
export type AuEncoding = 'ulaw' | 's8' | 's16' | 's24' | 's32' | 'alaw'

const encodings = new Map<number, { encoding: AuEncoding; sampleBytes: number }>([
  [1, { encoding: 'ulaw', sampleBytes: 1 }],
  [2, { encoding: 's8', sampleBytes: 1 }],
  [3, { encoding: 's16', sampleBytes: 2 }],
  [4, { encoding: 's24', sampleBytes: 3 }],
  [5, { encoding: 's32', sampleBytes: 4 }],
  [27, { encoding: 'alaw', sampleBytes: 1 }],
])

/** Reads the header of a Sun .au file: six big-endian numbers, then a note of any length. Null when it is none. */
export function readAu(source: ByteSource): Au | null {
  const head = source.slice(0, 24)
  if (head.length < 24 || ascii(head, 0, 4) !== '.snd') return null
  const start = bigEndian(head, 4)
  const declared = bigEndian(head, 8)
  const found = encodings.get(bigEndian(head, 12))
  const rate = bigEndian(head, 16)
  const channels = bigEndian(head, 20)
  if (found === undefined || rate === 0 || channels === 0 || channels > 8 || start < 24 || start > source.size)
    return null
  const present = source.size - start
  const bytes = declared === 0 || declared > present ? present : declared
  return { encoding: found.encoding, rate, channels, start, bytes }
}

/** Like a RIFF file, it is as long as what is there, whatever its header says. Null when it holds no sample. */
export function measureAu(source: ByteSource): Measured | null {
  const au = readAu(source)
  if (au === null) return null
  const { sampleBytes } = [...encodings.values()].find(({ encoding }) => encoding === au.encoding)!
  const samples = Math.floor(au.bytes / sampleBytes / au.channels)
  return samples === 0 ? null : { format: 'au', seconds: samples / au.rate }
}
