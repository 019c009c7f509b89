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
  /** 22 characters as 8x8 gives them to users, for example hvOB1l3zDCaDAwp9tNLzZA; rising with a place if there is one. */
  userId(place?: number): string
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
    userId: (place) => {
      let id = place === undefined ? '' : risingLetters(place)
      while (id.length < 22) id += letters.charAt(between(0, letters.length - 1))
      return id
    },
  }
}

export const eightHex = (value: number): string => value.toString(16).padStart(8, '0')

/** Five characters that sort as the places do; small places do not look small. */
function risingLetters(place: number): string {
  const sorted = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let text = ''
  for (let rest = place * 67 + 31_415_926, digit = 0; digit < 5; digit += 1) {
    text = sorted.charAt(rest % 62) + text
    rest = Math.floor(rest / 62)
  }
  return text
}

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
