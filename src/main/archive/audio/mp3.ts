import type { ByteSource } from '../../files/byteSource.ts'
import type { Measured } from './riff.ts'
import { ascii } from './reading.ts'

type Frame = { bytes: number; seconds: number; key: number }

const bitrates = {
  v1l1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  v1l2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  v1l3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  v2l1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  v2l23: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const
const sampleRates = [44_100, 48_000, 32_000]
/** How far a first frame is looked for behind the tags; recorders pad with zeros. */
const searchBytes = 64 * 1024

/**
 * Walks every frame of an MPEG audio stream, because a header that names the length is optional and often wrong.
 * Null when no two frames in a row are found, or when less than half of the data is frames.
 */
export function measureMp3(source: ByteSource): Measured | null {
  const start = skipTags(source)
  let offset = findFrame(source, start, start + searchBytes)
  if (offset === null) return null
  let framed = 0
  let seconds = 0
  while (offset !== null) {
    const frame = readFrame(source, offset)
    if (frame === null) {
      offset = findFrame(source, offset + 1, offset + searchBytes)
      continue
    }
    if (offset + frame.bytes > source.size) break
    if (framed > 0 || !isInfoFrame(source, offset)) seconds += frame.seconds
    framed += frame.bytes
    offset += frame.bytes
  }
  return framed * 2 < source.size - start ? null : { format: 'mp3', seconds }
}

/** ID3v2 stands before the audio; its size is written in seven bits a byte. */
function skipTags(source: ByteSource): number {
  let offset = 0
  for (;;) {
    const head = source.slice(offset, 10)
    if (ascii(head, 0, 3) !== 'ID3' || head.length < 10) return offset
    const size = ((head[6]! & 0x7f) << 21) | ((head[7]! & 0x7f) << 14) | ((head[8]! & 0x7f) << 7) | (head[9]! & 0x7f)
    offset += 10 + size + ((head[5]! & 0x10) === 0 ? 0 : 10)
  }
}

/** A frame counts as found when another of the same kind, or the end of the data, follows it. */
function findFrame(source: ByteSource, from: number, to: number): number | null {
  for (let offset = from; offset < Math.min(to, source.size - 4); offset += 1) {
    if (source.slice(offset, 1)[0] !== 0xff) continue
    const frame = readFrame(source, offset)
    if (frame === null) continue
    const next = offset + frame.bytes
    if (next === source.size || readFrame(source, next)?.key === frame.key) return offset
  }
  return null
}

function readFrame(source: ByteSource, offset: number): Frame | null {
  const head = source.slice(offset, 4)
  if (head.length < 4 || head[0] !== 0xff || (head[1]! & 0xe0) !== 0xe0) return null
  const version = (head[1]! >> 3) & 3
  const layer = 4 - ((head[1]! >> 1) & 3)
  const kilobits = bitratesOf(version, layer)[head[2]! >> 4] ?? 0
  const fullRate = sampleRates[(head[2]! >> 2) & 3]
  if (version === 1 || layer === 4 || kilobits === 0 || fullRate === undefined) return null
  const rate = version === 3 ? fullRate : version === 2 ? fullRate / 2 : fullRate / 4
  const samples = layer === 1 ? 384 : layer === 3 && version !== 3 ? 576 : 1152
  const padding = (head[2]! >> 1) & 1
  const slots = Math.floor(((samples / 8) * kilobits * 1000) / rate / (layer === 1 ? 4 : 1)) + padding
  return { bytes: slots * (layer === 1 ? 4 : 1), seconds: samples / rate, key: (version << 12) | (layer << 8) | rate }
}

function bitratesOf(version: number, layer: number): readonly number[] {
  if (version !== 3) return layer === 1 ? bitrates.v2l1 : bitrates.v2l23
  return layer === 1 ? bitrates.v1l1 : layer === 2 ? bitrates.v1l2 : bitrates.v1l3
}

/** The encoder's own frame carries a table and no sound. */
function isInfoFrame(source: ByteSource, offset: number): boolean {
  const text = ascii(source.slice(offset, 44), 0, 44)
  return text.includes('Xing') || text.includes('Info') || text.includes('VBRI')
}
