import type { ByteSource } from '../../files/byteSource.ts'
import { ascii } from './reading.ts'
import type { Measured } from './riff.ts'

// Bytes of a frame with its first, by its type (RFC 4867, 3GPP TS 26.101 and 26.201); 0 for types that are reserved.
const narrowBand = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1]
const wideBand = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1]
const frameSeconds = 0.02
/** A second of frames: where each of these starts is remembered, for reading from the middle. */
export const amrMark = 50

const kinds = [
  { magic: '#!AMR\n', format: 'amr-nb', sizes: narrowBand },
  { magic: '#!AMR-WB\n', format: 'amr-wb', sizes: wideBand },
] as const

/** start: of the first frame. marks: where every fiftieth frame starts. end: of the last whole frame. */
export type Amr = { format: 'amr-nb' | 'amr-wb'; start: number; marks: readonly number[]; frames: number; end: number }

/** Null when less than half of the data is frames. */
export function measureAmr(source: ByteSource): Measured | null {
  const amr = readAmr(source)
  return amr === null ? null : { format: amr.format, seconds: amr.frames * frameSeconds }
}

/**
 * Walks the frames of an AMR file of one channel (RFC 4867, section 5), up to the first that is cut or is none. Null when
 * less than half of the data is frames.
 */
export function readAmr(source: ByteSource): Amr | null {
  const kind = kinds.find(({ magic }) => ascii(source.slice(0, magic.length), 0, magic.length) === magic)
  if (kind === undefined) return null
  const start = kind.magic.length
  const marks: number[] = []
  let end = start
  let frames = 0
  for (;;) {
    const size = frameBytes(source.slice(end, 1)[0], kind.sizes)
    if (size === 0 || end + size > source.size) break
    if (frames % amrMark === 0) marks.push(end)
    frames += 1
    end += size
  }
  if (frames === 0 || (end - start) * 2 < source.size - start) return null
  return { format: kind.format, start, marks, frames, end }
}

/** The first byte of a frame: a zero, four bits of type, the quality, two zeros. */
function frameBytes(head: number | undefined, sizes: readonly number[]): number {
  if (head === undefined || (head & 0x83) !== 0) return 0
  return sizes[head >> 3] ?? 0
}
