import type { ByteSource } from '../../files/byteSource.ts'
import { ascii, bigEndian } from './reading.ts'
import type { Measured } from './riff.ts'

/** A box of ISO/IEC 14496-12: where its body starts and ends; the end is not beyond what is there. */
type Box = { type: string; start: number; end: number }
type Sizes = { count: number; equal: number; table: number }

const maximalBoxes = 10_000

/**
 * Measures AAC in an MPEG-4 file by its tables, and by how much of the sound that they name is there: a file that was cut
 * still has the length of the whole in its header. Null without a track of AAC, or in fragments.
 */
export function measureM4a(source: ByteSource): Measured | null {
  if (!isMpeg4(source)) return null
  const top = boxesIn(source, 0, source.size)
  const data = top.filter(({ type }) => type === 'mdat')
  const present = data.reduce((sum, { start, end }) => sum + (end - start), 0)
  const movie = top.find(({ type }) => type === 'moov')
  for (const track of within(source, movie, 'trak')) {
    const media = within(source, track, 'mdia')[0]
    const table = within(source, within(source, media, 'minf')[0], 'stbl')[0]
    const description = within(source, table, 'stsd')[0]
    if (description === undefined || ascii(source.slice(description.start + 12, 4), 0, 4) !== 'mp4a') continue
    const whole = durationOf(source, within(source, media, 'mdhd')[0])
    const sizes = sizesOf(source, within(source, table, 'stsz')[0])
    if (whole === null || sizes === null) continue
    return { format: 'm4a', seconds: (whole * samplesPresent(source, sizes, present)) / sizes.count }
  }
  return null
}

/** The first box of an MPEG-4 file says what it is. */
export function isMpeg4(source: ByteSource): boolean {
  return ascii(source.slice(4, 4), 0, 4) === 'ftyp'
}

function within(source: ByteSource, box: Box | undefined, type: string): Box[] {
  return box === undefined ? [] : boxesIn(source, box.start, box.end).filter((one) => one.type === type)
}

function boxesIn(source: ByteSource, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let offset = from; offset + 8 <= to && boxes.length < maximalBoxes;) {
    const head = source.slice(offset, 16)
    const short = bigEndian(head, 0)
    const long = short === 1
    const size = long ? bigEndian(head, 8) * 2 ** 32 + bigEndian(head, 12) : short === 0 ? to - offset : short
    const header = long ? 16 : 8
    if (size < header) break
    boxes.push({ type: ascii(head, 4, 4), start: offset + header, end: Math.min(offset + size, to) })
    offset += size
  }
  return boxes
}

/** Seconds of the media header; its newer version has times of eight bytes. */
function durationOf(source: ByteSource, box: Box | undefined): number | null {
  if (box === undefined) return null
  const body = source.slice(box.start, 32)
  const newer = body[0] === 1
  const scale = bigEndian(body, newer ? 20 : 12)
  const units = newer ? bigEndian(body, 24) * 2 ** 32 + bigEndian(body, 28) : bigEndian(body, 16)
  return scale === 0 ? null : units / scale
}

function sizesOf(source: ByteSource, box: Box | undefined): Sizes | null {
  if (box === undefined) return null
  const body = source.slice(box.start, 12)
  const count = bigEndian(body, 8)
  const equal = bigEndian(body, 4)
  const fits = equal > 0 || box.start + 12 + count * 4 <= box.end
  return count > 0 && fits ? { count, equal, table: box.start + 12 } : null
}

function samplesPresent(source: ByteSource, { count, equal, table }: Sizes, bytes: number): number {
  if (equal > 0) return Math.min(count, Math.floor(bytes / equal))
  let left = bytes
  for (let sample = 0; sample < count; sample += 1) {
    left -= bigEndian(source.slice(table + sample * 4, 4), 0)
    if (left < 0) return sample
  }
  return count
}
