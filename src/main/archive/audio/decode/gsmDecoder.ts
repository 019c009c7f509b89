import type { GsmFrame, GsmPart } from './gsmFrame.ts'
import { multiplyRounded, saturate } from './word.ts'

// Tables of ETSI EN 300 961: 3.1 and 3.2 (log-area ratios), 3.3 (gain of the pitch), 3.4 (size of the pulses).
const larLeast = [-32, -32, -16, -16, -8, -8, -4, -4]
const larOffset = [0, 0, 2048, -2560, 94, -1792, -341, -1144]
const larScale = [13_107, 13_107, 13_107, 13_107, 19_223, 17_476, 31_454, 29_708]
const pitchGain = [3277, 11_469, 21_299, 32_767]
const pulseSize = [18_431, 20_479, 22_527, 24_575, 26_623, 28_671, 30_719, 32_767]

export const gsmFrameSamples = 160
const partSamples = 40
const pastSamples = 120
const deEmphasis = 28_180
/** Where the ratios of the last frame have passed over into those of this one. */
const blendEnds = [13, 27, 40, gsmFrameSamples] as const

/** Decodes GSM 06.10 full rate, frame after frame, to the bit as the standard says. */
export class GsmDecoder {
  readonly #residual = new Int16Array(pastSamples + gsmFrameSamples)
  readonly #filter = new Int16Array(9)
  readonly #ratios = new Int16Array(8)
  readonly #ratiosBefore = new Int16Array(8)
  readonly #reflection = new Int16Array(8)
  #lag = 40
  #last = 0

  /** Writes 160 samples into out, from at. */
  decode(frame: GsmFrame, out: Int16Array, at: number): void {
    const residual = this.#residual
    residual.copyWithin(0, gsmFrameSamples)
    for (let part = 0; part < 4; part += 1) this.#addPart(frame.parts[part]!, pastSamples + part * partSamples)
    this.#ratiosBefore.set(this.#ratios)
    for (let index = 0; index < 8; index += 1) this.#ratios[index] = decodeRatio(frame.lar[index]!, index)
    let from = 0
    for (let step = 0; step < blendEnds.length; step += 1) {
      this.#blend(step)
      const to = blendEnds[step]!
      for (let sample = from; sample < to; sample += 1) {
        this.#last = saturate(this.#shape(residual[pastSamples + sample]!) + multiplyRounded(this.#last, deEmphasis))
        out[at + sample] = saturate(this.#last * 2) & 0xff_f8
      }
      from = to
    }
  }

  #blend(step: number): void {
    for (let index = 0; index < 8; index += 1)
      this.#reflection[index] = toReflection(blend(step, this.#ratiosBefore[index]!, this.#ratios[index]!))
  }

  /** The pulses of a quarter, laid over what was heard one pitch ago. */
  #addPart({ lag, gain, grid, size, pulses }: GsmPart, start: number): void {
    const residual = this.#residual
    if (lag >= 40 && lag <= 120) this.#lag = lag
    const strength = pitchGain[gain]!
    for (let sample = start; sample < start + partSamples; sample += 1)
      residual[sample] = multiplyRounded(strength, residual[sample - this.#lag]!)
    const scale = scaleOf(size)
    for (let index = 0; index < pulses.length; index += 1) {
      const sample = start + grid + 3 * index
      residual[sample] = saturate(residual[sample]! + sizePulse(pulses[index]!, scale))
    }
  }

  /** One sample through the lattice of the vocal tract. */
  #shape(residual: number): number {
    const filter = this.#filter
    const reflection = this.#reflection
    let value = residual
    for (let stage = 7; stage >= 0; stage -= 1) {
      value = saturate(value - multiplyRounded(reflection[stage]!, filter[stage]!))
      filter[stage + 1] = saturate(filter[stage]! + multiplyRounded(reflection[stage]!, value))
    }
    filter[0] = value
    return value
  }
}

function decodeRatio(code: number, index: number): number {
  const shifted = saturate((code + larLeast[index]!) << 10)
  const value = multiplyRounded(larScale[index]!, saturate(shifted - (larOffset[index]! << 1)))
  return saturate(value + value)
}

/** In the first quarter of a frame its ratios take over from those of the frame before. */
function blend(step: number, before: number, now: number): number {
  if (step === 0) return saturate(saturate((before >> 2) + (now >> 2)) + (before >> 1))
  if (step === 1) return saturate((before >> 1) + (now >> 1))
  if (step === 2) return saturate(saturate((before >> 2) + (now >> 2)) + (now >> 1))
  return now
}

function toReflection(ratio: number): number {
  const size = ratio === -32_768 ? 32_767 : Math.abs(ratio)
  const reflection = size < 11_059 ? size << 1 : size < 20_070 ? size + 11_059 : saturate((size >> 2) + 26_112)
  return ratio < 0 ? -reflection : reflection
}

type Scale = { factor: number; shift: number; rounding: number }

/** The size of the pulses is written as an exponent and a fraction of three bits. */
function scaleOf(size: number): Scale {
  let exponent = size > 15 ? (size >> 3) - 1 : 0
  let fraction = size - (exponent << 3)
  if (fraction === 0) {
    exponent = -4
    fraction = 7
  } else {
    while (fraction <= 7) {
      fraction = (fraction << 1) | 1
      exponent -= 1
    }
    fraction -= 8
  }
  const shift = 6 - exponent
  return { factor: pulseSize[fraction]!, shift, rounding: 1 << (shift - 1) }
}

function sizePulse(pulse: number, { factor, shift, rounding }: Scale): number {
  const value = multiplyRounded(factor, (pulse * 2 - 7) << 12)
  return saturate(value + rounding) >> shift
}
