import { randomInt } from 'node:crypto'

export type SeenValues = {
  /** In which line of the file the value stood first; null when it is new, and then it is remembered with this line. */
  earlierLine(value: string, line: number): number | null
  /** Forgets all of them and gives back the memory at once, where a collector would take its time. */
  forget(): void
}

const fullest = 0.7

/**
 * Remembers values by 64 bits of a hash, in 12 bytes each: a million users have three million of them, which as strings
 * need some hundred megabytes. That two of a million values share their bits happens in one file of forty million; the start
 * of the hash is drawn by lot, so nobody can write such a file.
 */
export function createSeenValues(capacity = 1024): SeenValues {
  const start = randomInt(2 ** 32)
  let table = emptyTable(capacity)
  let count = 0
  return {
    earlierLine: (value, line) => {
      const [high, low] = hashOf(value, start)
      const at = placeOf(table, high, low)
      const earlier = table.lines[at]!
      if (earlier !== 0) return earlier
      set(table, at, { high, low, line })
      count += 1
      if (count > table.lines.length * fullest) table = grown(table)
      return null
    },
    forget: () => {
      giveBack(table)
      table = emptyTable(capacity)
      count = 0
    },
  }
}

/** Lines begin with 1: 0 says that nothing is there. The size is a power of two. */
type Table = Record<'highs' | 'lows' | 'lines', Uint32Array<ArrayBuffer>>
type Entry = { high: number; low: number; line: number }

function emptyTable(size: number): Table {
  const numbers = (): Uint32Array<ArrayBuffer> =>
    new Uint32Array(new ArrayBuffer(size * 4, { maxByteLength: size * 4 }))
  return { highs: numbers(), lows: numbers(), lines: numbers() }
}

function giveBack({ highs, lows, lines }: Table): void {
  for (const { buffer } of [highs, lows, lines]) buffer.resize(0)
}

/** Where the hash stands, or the free place where it would. */
function placeOf({ highs, lows, lines }: Table, high: number, low: number): number {
  const last = lines.length - 1
  let at = low & last
  while (lines[at] !== 0 && (highs[at] !== high || lows[at] !== low)) at = (at + 1) & last
  return at
}

function set({ highs, lows, lines }: Table, at: number, { high, low, line }: Entry): void {
  highs[at] = high
  lows[at] = low
  lines[at] = line
}

function grown(table: Table): Table {
  const larger = emptyTable(table.lines.length * 2)
  table.lines.forEach((line, at) => {
    if (line === 0) return
    const [high, low] = [table.highs[at]!, table.lows[at]!]
    set(larger, placeOf(larger, high, low), { high, low, line })
  })
  giveBack(table)
  return larger
}

/** Two sums of 32 bits over the UTF-16 units, each with an odd multiplier of its own, mixed into each other at the end. */
function hashOf(value: string, start: number): [high: number, low: number] {
  let one = start
  let two = ~start
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x9e3779b1)
    two = Math.imul(two ^ unit, 0x5f356495)
    one ^= two >>> 15
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35)
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  return [one >>> 0, two >>> 0]
}
