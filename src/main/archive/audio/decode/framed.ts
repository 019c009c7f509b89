import type { ByteSource } from '../../../files/byteSource.ts'
import { readRiff } from '../riff.ts'
import { G722Decoder } from './g722Decoder.ts'
import { GsmDecoder, gsmFrameSamples } from './gsmDecoder.ts'
import { readBlock, readRawFrame } from './gsmFrame.ts'
import { pieceSamples, type PcmReader } from './pcm.ts'

/** Decodes the bytes of one piece after the other; what it heard before is part of what it says. */
export type PieceDecoder = { decode(bytes: Uint8Array): Int16Array; free(): void }

/** Sound that depends on what came before it. */
export type Framed = {
  rate: number
  samples: number
  bytesOf(source: ByteSource, piece: number): Uint8Array
  start(): Promise<PieceDecoder>
}

/** After a jump the decoder hears one piece first: by then it has settled. */
export function openFramed({ rate, samples, bytesOf, start }: Framed): PcmReader {
  let decoder: PieceDecoder | null = null
  let next = 0
  return {
    rate,
    channels: 1,
    samples,
    async read(source, piece) {
      if (decoder === null || piece !== next) {
        decoder?.free()
        decoder = await start()
        if (piece > 0) decoder.decode(bytesOf(source, piece - 1))
      }
      next = piece + 1
      return decoder.decode(bytesOf(source, piece))
    },
    close() {
      decoder?.free()
      decoder = null
    },
  }
}

const rawFrameBytes = 33
const blockBytes = 65
const blockSamples = 320

/** GSM 06.10 without a header. */
export function openGsm(source: ByteSource): PcmReader {
  const frames = Math.floor(source.size / rawFrameBytes)
  return openFramed({
    rate: 8000,
    samples: frames * gsmFrameSamples,
    bytesOf: pieceOf(0, frames, rawFrameBytes, gsmFrameSamples),
    start: async () => {
      const decoder = new GsmDecoder()
      return inMemory((bytes) => {
        const out = new Int16Array((bytes.length / rawFrameBytes) * gsmFrameSamples)
        for (let at = 0, sample = 0; at < bytes.length; at += rawFrameBytes, sample += gsmFrameSamples)
          decoder.decode(readRawFrame(bytes, at), out, sample)
        return out
      })
    },
  })
}

/** GSM 06.10 in a RIFF file, two frames in a block. */
export function openWavGsm(source: ByteSource): PcmReader | null {
  const riff = readRiff(source)
  if (riff?.fmt.tag !== 0x31) return null
  const blocks = Math.floor(riff.bytes / blockBytes)
  return openFramed({
    rate: riff.fmt.rate,
    samples: blocks * blockSamples,
    bytesOf: pieceOf(riff.start, blocks, blockBytes, blockSamples),
    start: async () => {
      const decoder = new GsmDecoder()
      return inMemory((bytes) => {
        const out = new Int16Array((bytes.length / blockBytes) * blockSamples)
        for (let at = 0, sample = 0; at < bytes.length; at += blockBytes, sample += blockSamples) {
          const [first, second] = readBlock(bytes, at)
          decoder.decode(first, out, sample)
          decoder.decode(second, out, sample + gsmFrameSamples)
        }
        return out
      })
    },
  })
}

/** G.722 at 64 kbit/s: every byte is two samples at 16 kHz. */
export function openG722(source: ByteSource): PcmReader {
  return openFramed({
    rate: 16_000,
    samples: source.size * 2,
    bytesOf: pieceOf(0, source.size, 1, 2),
    start: async () => {
      const decoder = new G722Decoder()
      return inMemory((bytes) => {
        const out = new Int16Array(bytes.length * 2)
        decoder.decode(bytes, out, 0)
        return out
      })
    },
  })
}

/** A decoder that holds nothing that has to be given back. */
function inMemory(decode: PieceDecoder['decode']): PieceDecoder {
  return { decode, free: () => undefined }
}

/** Where a piece lies when all frames are of one size; a cut last frame is left out. */
function pieceOf(start: number, frames: number, frameBytes: number, frameSamples: number): Framed['bytesOf'] {
  const inPiece = pieceSamples / frameSamples
  return (source, piece) => {
    const count = Math.max(0, Math.min(inPiece, frames - piece * inPiece))
    const bytes = source.slice(start + piece * inPiece * frameBytes, count * frameBytes)
    return bytes.subarray(0, bytes.length - (bytes.length % frameBytes))
  }
}
