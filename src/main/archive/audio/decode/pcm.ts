import type { ByteSource } from '../../../files/byteSource.ts'

/**
 * Sound as samples of 16 bits, channels beside each other, piece by piece. Its source is given with every call, so that no
 * file stays open between them.
 */
export type PcmReader = {
  /** Samples a second of each channel. */
  rate: number
  channels: number
  /** Of each channel, in all. */
  samples: number
  /**
   * The piece of that number, of pieceSamples samples or, at the end, of what is left. Pieces in their order are to the bit
   * what the standard says; after a jump the decoder hears the piece before first.
   */
  read(source: ByteSource, piece: number): Promise<Int16Array>
  /** Gives the memory of the decoder back. */
  close(): void
}

/** Two seconds of telephone sound: whole frames of every codec. */
export const pieceSamples = 16_000
