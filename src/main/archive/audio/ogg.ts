import type { ByteSource } from '../../files/byteSource.ts'
import type { Measured } from './riff.ts'
import { ascii, littleEndian } from './reading.ts'

type Page = { bytes: number; begins: boolean; serial: number; granule: bigint; body: number }
type Stream = { format: 'ogg' | 'ogg-speex'; rate: number; skip: number; last: number }

const maximalPage = 27 + 255 + 255 * 255

/**
 * Walks the pages of an Ogg file (RFC 3533). The granule position of a stream's last whole page is its length in
 * samples. Null when it does not begin with a page, or holds no Vorbis, Opus or Speex, which is told apart.
 */
export function measureOgg(source: ByteSource): Measured | null {
  const streams = new Map<number, Stream>()
  for (let offset = 0; offset < source.size;) {
    const page = readPage(source, offset)
    if (page === null) break
    const stream = page.begins ? openStream(source.slice(page.body, 64)) : streams.get(page.serial)
    if (page.begins && stream !== null && stream !== undefined) streams.set(page.serial, stream)
    if (stream && page.granule > 0n) stream.last = Number(page.granule)
    offset += page.bytes
  }
  if (streams.size === 0) return null
  const found = [...streams.values()]
  const format = found.some((stream) => stream.format === 'ogg-speex') ? 'ogg-speex' : 'ogg'
  const lengths = found.map((stream) => Math.max(0, stream.last - stream.skip) / stream.rate)
  return { format, seconds: lengths.reduce((sum, seconds) => sum + seconds, 0) }
}

function readPage(source: ByteSource, offset: number): Page | null {
  const head = source.slice(offset, maximalPage)
  if (head.length < 27 || ascii(head, 0, 4) !== 'OggS' || head[4] !== 0) return null
  const segments = head[26]!
  if (head.length < 27 + segments) return null
  const bytes = head.subarray(27, 27 + segments).reduce((sum, lacing) => sum + lacing, 27 + segments)
  if (head.length < bytes) return null
  return {
    bytes,
    begins: (head[5]! & 2) !== 0,
    serial: littleEndian(head, 14, 4),
    granule: BigInt.asIntN(64, BigInt(littleEndian(head, 6, 4)) | (BigInt(littleEndian(head, 10, 4)) << 32n)),
    body: offset + 27 + segments,
  }
}

/** Opus counts at 48 kHz whatever was recorded, and leads in with samples that are not played (RFC 7845). */
function openStream(body: Uint8Array): Stream | null {
  if (ascii(body, 0, 7) === '\x01vorbis') return known('ogg', littleEndian(body, 12, 4), 0)
  if (ascii(body, 0, 8) === 'OpusHead') return known('ogg', 48_000, littleEndian(body, 10, 2))
  if (ascii(body, 0, 8) === 'Speex   ') return known('ogg-speex', littleEndian(body, 36, 4), 0)
  return null
}

function known(format: Stream['format'], rate: number, skip: number): Stream | null {
  return rate === 0 ? null : { format, rate, skip, last: 0 }
}
