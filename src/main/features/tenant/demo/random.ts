/** A stream of numbers that a seed and a topic fix, so that a change to one topic leaves the others as they are. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** 16 hex digits, rising in a stream, so that an index of them grows at its end; never twice in a stream. */
  hexId(): string
  /** 22 characters as 8x8 gives them to users, for example hvOB1l3zDCaDAwp9tNLzZA. */
  userId(): string
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

export function createRandom(seed: number, topic: string): Random {
  const draw = smallFastCounter(seed, topic)
  let ids = 0
  const next = (): number => draw() / 2 ** 32
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const one = list[between(0, list.length - 1)]
      if (one === undefined) throw new Error('Nothing to pick from')
      return one
    },
    hexId: () => {
      ids += 1
      return eightHex(ids) + eightHex(draw())
    },
    userId: () => Array.from({ length: 22 }, () => letters.charAt(between(0, letters.length - 1))).join(''),
  }
}

const eightHex = (value: number): string => value.toString(16).padStart(8, '0')

/** Chris Doty-Humphrey's sfc32 (PractRand): 128 bits of state, so that streams do not overlap. */
function smallFastCounter(seed: number, topic: string): () => number {
  let [a, b, c, counter] = [seed >>> 0, hash(topic), hash(`${topic}/${seed}`), 1]
  const draw = (): number => {
    const result = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }
  // The first draws still show the seed.
  for (let warmUp = 0; warmUp < 15; warmUp += 1) draw()
  return draw
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}
