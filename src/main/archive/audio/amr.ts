import type { ByteSource } from '../../files/byteSource.ts'
import { ascii } from './reading.ts'
import type { Measured } from './riff.ts'

// Bytes of a frame with its first, by its type (RFC 4867, 3GPP TS 26.101 and 26.201); 0 for types that are reserved.
const narrowBand = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1]
const wideBand = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1]
const frameSeconds = 0.02

const kinds = [
  { magic: '#!AMR\n', format: 'amr-nb', sizes: narrowBand },
  { magic: '#!AMR-WB\n', format: 'amr-wb', sizes: wideBand },
] as const

/**
 * Walks the frames of an AMR file of one channel (RFC 4867, section 5), up to the first that is cut or is none. Null when
 * less than half of the data is frames.
 */
export function measureAmr(source: ByteSource): Measured | null {
  const kind = kinds.find(({ magic }) => ascii(source.slice(0, magic.length), 0, magic.length) === magic)
  if (kind === undefined) return null
  const start = kind.magic.length
  let offset = start
  let frames = 0
  for (;;) {
    const size = frameBytes(source.slice(offset, 1)[0], kind.sizes)
    if (size === 0 || offset + size > source.size) break
    frames += 1
    offset += size
  }
  if (frames === 0 || (offset - start) * 2 < source.size - start) return null
  return { format: kind.format, seconds: frames * frameSeconds }
}

/** The first byte of a frame: a zero, four bits of type, the quality, two zeros. */
function frameBytes(head: number | undefined, sizes: readonly number[]): number {
  if (head === undefined || (head & 0x83) !== 0) return 0
  return sizes[head >> 3] ?? 0
}
