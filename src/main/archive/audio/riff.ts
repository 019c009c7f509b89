import type { ByteSource } from '../../files/byteSource.ts'
import type { AudioFormat } from '../../../shared/voicemail/model.ts'
import { ascii, littleEndian } from './reading.ts'

export type Measured = { format: AudioFormat; seconds: number }

export type Fmt = { tag: number; channels: number; rate: number; blockAlign: number }
/** Where the sound lies; bytes: what is there of it, declared: what the header says. */
export type Riff = { fmt: Fmt; start: number; bytes: number; declared: number }

const extensible = 0xfffe
const maximalChunks = 1000
/** What is recorded into a pipe has a size from here on in its header. */
const sizeNotKnown = 0x7fff0000

/** Null when it is not WAVE or of an unknown codec. */
export function measureRiff(source: ByteSource): Measured | null {
  const riff = readRiff(source)
  return riff === null ? null : measure(riff.fmt, riff.bytes)
}

/**
 * Walks the chunks of a RIFF WAVE file. The data runs to the end of the file when its header says more than there is
 * or nothing at all: a recorder that died never wrote the size. Null when it is not WAVE.
 */
export function readRiff(source: ByteSource): Riff | null {
  const head = source.slice(0, 12)
  if (ascii(head, 0, 4) !== 'RIFF' || ascii(head, 8, 4) !== 'WAVE') return null
  let fmt: Fmt | null = null
  let offset = 12
  for (let chunk = 0; chunk < maximalChunks && offset + 8 <= source.size; chunk += 1) {
    const header = source.slice(offset, 8)
    const id = ascii(header, 0, 4)
    const size = littleEndian(header, 4, 4)
    const start = offset + 8
    if (id === 'fmt ') fmt = readFmt(source.slice(start, Math.min(size, 40)))
    if (id === 'data')
      return fmt === null ? null : { fmt, start, bytes: dataBytes(size, source.size - start), declared: size }
    offset = start + size + (size % 2)
  }
  return null
}

/** What is missing at the end of a WAVE file, by its header; null when nothing is, or when nobody can tell. */
export function cutShort(source: ByteSource): Pick<Riff, 'bytes' | 'declared'> | null {
  const riff = readRiff(source)
  return riff === null || riff.declared <= riff.bytes || riff.declared >= sizeNotKnown ? null : riff
}

function readFmt(bytes: Uint8Array): Fmt | null {
  if (bytes.length < 16) return null
  const tag = littleEndian(bytes, 0, 2)
  return {
    tag: tag === extensible ? littleEndian(bytes, 24, 2) : tag,
    channels: littleEndian(bytes, 2, 2),
    rate: littleEndian(bytes, 4, 4),
    blockAlign: littleEndian(bytes, 12, 2),
  }
}

function dataBytes(declared: number, present: number): number {
  return declared === 0 || declared > present ? present : declared
}

/** Tags of the WAVE registry: 1 PCM, 3 PCM in floating point, 6 A-law, 7 mu-law, 0x31 GSM 6.10 with 320 samples in a block of 65 bytes. */
function measure(fmt: Fmt, bytes: number): Measured | null {
  if (fmt.channels === 0 || fmt.rate === 0 || fmt.blockAlign === 0) return null
  const seconds = Math.floor(bytes / fmt.blockAlign) / fmt.rate
  switch (fmt.tag) {
    case 1:
    case 3:
      return { format: 'wav-pcm', seconds }
    case 6:
      return { format: 'wav-alaw', seconds }
    case 7:
      return { format: 'wav-ulaw', seconds }
    case 0x31:
      return { format: 'wav-gsm', seconds: (Math.floor(bytes / 65) * 320) / fmt.rate }
    default:
      return null
  }
}
