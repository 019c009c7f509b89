import { highCode, highLog, highStep, lowCode4, lowCode6, lowLog, lowStep, mirror, scale } from './g722Tables.ts'
import { multiply, saturate } from './word.ts'

const taps = 24

/** Decodes G.722 at 64 kbit/s, byte after byte: six bits of the low band and two of the high make two samples. */
export class G722Decoder {
  readonly #low = new Band({ steps: lowStep, highest: 18_432, exponent: 8, firstStep: 32 })
  readonly #high = new Band({ steps: highStep, highest: 22_528, exponent: 10, firstStep: 8 })
  readonly #past = new Int32Array(taps)

  /** Writes two samples into out for each byte, from at. */
  decode(bytes: Uint8Array, out: Int16Array, at: number): void {
    for (let index = 0; index < bytes.length; index += 1) this.#join(bytes[index]!, out, at + index * 2)
  }

  #join(byte: number, out: Int16Array, at: number): void {
    const lowBits = byte & 0x3f
    const low = this.#low.take(lowCode6[lowBits]!, lowCode4[lowBits >> 2]!, lowLog[lowBits >> 2]!)
    const highBits = byte >> 6
    const high = this.#high.take(highCode[highBits]!, highCode[highBits]!, highLog[highBits]!)
    const past = this.#past
    for (let tap = 0; tap < taps - 2; tap += 1) past[tap] = past[tap + 2]!
    past[taps - 2] = low + high
    past[taps - 1] = low - high
    let first = 0
    let second = 0
    for (let tap = 0; tap < taps / 2; tap += 1) {
      second += Math.imul(past[tap * 2]!, mirror[tap]!)
      first += Math.imul(past[tap * 2 + 1]!, mirror[taps / 2 - 1 - tap]!)
    }
    out[at] = saturate(first >> 11)
    out[at + 1] = saturate(second >> 11)
  }
}

type BandKind = { steps: readonly number[]; highest: number; exponent: number; firstStep: number }

/** One band: a step that grows and shrinks with the codes, and a predictor of two poles and six zeros. */
class Band {
  readonly #kind: BandKind
  #step: number
  #log = 0
  #predicted = 0
  #fromZeros = 0
  #firstPole = 0
  #secondPole = 0
  #rebuilt = 0
  #rebuiltBefore = 0
  #partialBefore = 0
  #partialEarlier = 0
  readonly #zeros = new Int32Array(6)
  readonly #differences = new Int32Array(6)

  constructor(kind: BandKind) {
    this.#kind = kind
    this.#step = kind.firstStep
  }

  /** heard: what the whole code stands for; coarse: what the part of it does that the predictor learns from. */
  take(heard: number, coarse: number, log: number): number {
    const sample = this.#predicted + multiply(this.#step, heard)
    const difference = multiply(this.#step, coarse)
    this.#adaptStep(log)
    this.#learn(difference)
    return sample > 16_383 ? 16_383 : sample < -16_384 ? -16_384 : sample
  }

  #adaptStep(log: number): void {
    const { steps, highest, exponent } = this.#kind
    this.#log = Math.min(highest, Math.max(0, ((this.#log * 127) >> 7) + steps[log]!))
    const size = scale[(this.#log >> 6) & 31]!
    const shift = exponent - (this.#log >> 11)
    this.#step = (shift < 0 ? size << -shift : size >> shift) << 2
  }

  #learn(difference: number): void {
    const rebuilt = saturate(this.#predicted + difference)
    this.#learnPoles(saturate(this.#fromZeros + difference))
    this.#learnZeros(difference)
    this.#rebuiltBefore = this.#rebuilt
    this.#rebuilt = rebuilt
    const near = multiply(this.#firstPole, saturate(this.#rebuilt * 2))
    const far = multiply(this.#secondPole, saturate(this.#rebuiltBefore * 2))
    this.#predicted = saturate(saturate(near + far) + this.#fromZeros)
  }

  #learnPoles(partial: number): void {
    const sign = partial >> 15
    const asBefore = sign === this.#partialBefore >> 15
    const pull = saturate(this.#firstPole << 2)
    const turned = asBefore ? saturate(-pull) : pull
    const towards = (sign === this.#partialEarlier >> 15 ? 128 : -128) + (turned >> 7)
    const second = towards + multiply(this.#secondPole, 32_512)
    this.#secondPole = second > 12_288 ? 12_288 : second < -12_288 ? -12_288 : second
    const most = 15_360 - this.#secondPole
    const first = saturate((asBefore ? 192 : -192) + multiply(this.#firstPole, 32_640))
    this.#firstPole = first > most ? most : first < -most ? -most : first
    this.#partialEarlier = this.#partialBefore
    this.#partialBefore = partial
  }

  #learnZeros(difference: number): void {
    const zeros = this.#zeros
    const differences = this.#differences
    const gain = difference === 0 ? 0 : 128
    const sign = difference >> 15
    for (let index = 0; index < 6; index += 1) {
      const pull = differences[index]! >> 15 === sign ? gain : -gain
      zeros[index] = saturate(pull + multiply(zeros[index]!, 32_640))
    }
    for (let index = 5; index > 0; index -= 1) differences[index] = differences[index - 1]!
    differences[0] = difference
    let sum = 0
    for (let index = 0; index < 6; index += 1) sum += multiply(zeros[index]!, saturate(differences[index]! * 2))
    this.#fromZeros = saturate(sum)
  }
}
