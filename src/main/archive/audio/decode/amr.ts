import type { ByteSource } from '../../../files/byteSource.ts'
import { amrMark, readAmr, type Amr } from '../amr.ts'
import { openFramed, type PieceDecoder } from './framed.ts'
import { pieceSamples, type PcmReader } from './pcm.ts'
import { saturate } from './word.ts'

const rates = { 'amr-nb': 8000, 'amr-wb': 16_000 } as const
const frameSeconds = 0.02

/** AMR of one channel, decoded by opencore-amr; null when it is none. */
export function openAmr(source: ByteSource): PcmReader | null {
  const amr = readAmr(source)
  if (amr === null) return null
  const rate = rates[amr.format]
  const head = source.slice(0, amr.start).slice()
  const frameSamples = rate * frameSeconds
  return openFramed({
    rate,
    samples: amr.frames * frameSamples,
    bytesOf: (from, piece) => {
      const framesInPiece = pieceSamples / frameSamples
      const first = startOf(amr, piece * framesInPiece)
      return from.slice(first, startOf(amr, (piece + 1) * framesInPiece) - first)
    },
    start: () => startAmr(head),
  })
}

function startOf({ marks, end }: Amr, frame: number): number {
  return marks[frame / amrMark] ?? end
}

/** The decoder wants the head of the file before the first frame, and gives fractions of which each is a whole sample. */
async function startAmr(head: Uint8Array): Promise<PieceDecoder> {
  // A quarter of a megabyte of WebAssembly, for a format that most mailboxes do not have.
  const { decoder } = await import('@audio/decode-amr')
  const amr = await decoder()
  let before = head
  return {
    decode(bytes) {
      const { channelData } = amr.decode(Buffer.concat([before, bytes]))
      before = new Uint8Array(0)
      return Int16Array.from(channelData[0] ?? [], (value) => saturate(Math.round(value * 32_768)))
    },
    free: () => amr.free(),
  }
}
