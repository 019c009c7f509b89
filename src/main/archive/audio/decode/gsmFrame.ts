/** The numbers of one frame of GSM 06.10: 20 ms of speech (ETSI EN 300 961, table 1.1). */
export type GsmFrame = {
  /** Eight coded log-area ratios. */
  lar: number[]
  parts: readonly GsmPart[]
}
/** A quarter of a frame: how far back its pitch lies and how strong it is, then the pulses, their grid and their size. */
export type GsmPart = { lag: number; gain: number; grid: number; size: number; pulses: number[] }

const larBits = [6, 6, 5, 5, 4, 4, 3, 3]
const partCount = 4
const pulseCount = 13

/** Reads so many bits; the next call goes on behind them. */
type Bits = (count: number) => number

/** A frame of a raw file: 33 bytes, a nibble of 0xD, then the numbers with their highest bit first. */
export function readRawFrame(bytes: Uint8Array, offset: number): GsmFrame {
  const bits = highestFirst(bytes, offset * 8 + 4)
  return readFrame(bits)
}

/** Both frames of a block of Microsoft's form: 65 bytes, the numbers packed with their lowest bit first. */
export function readBlock(bytes: Uint8Array, offset: number): [GsmFrame, GsmFrame] {
  const bits = lowestFirst(bytes, offset * 8)
  return [readFrame(bits), readFrame(bits)]
}

function readFrame(bits: Bits): GsmFrame {
  return { lar: larBits.map((count) => bits(count)), parts: Array.from({ length: partCount }, () => readPart(bits)) }
}

function readPart(bits: Bits): GsmPart {
  const lag = bits(7)
  const gain = bits(2)
  const grid = bits(2)
  const size = bits(6)
  return { lag, gain, grid, size, pulses: Array.from({ length: pulseCount }, () => bits(3)) }
}

// No number has more than seven bits, so that two bytes hold it wherever it starts.

function highestFirst(bytes: Uint8Array, start: number): Bits {
  let at = start
  return (count) => {
    const two = (bytes[at >> 3]! << 8) | (bytes[(at >> 3) + 1] ?? 0)
    const value = (two >> (16 - (at & 7) - count)) & ((1 << count) - 1)
    at += count
    return value
  }
}

function lowestFirst(bytes: Uint8Array, start: number): Bits {
  let at = start
  return (count) => {
    const two = bytes[at >> 3]! | ((bytes[(at >> 3) + 1] ?? 0) << 8)
    const value = (two >> (at & 7)) & ((1 << count) - 1)
    at += count
    return value
  }
}
