import { scaleBand, scaleLinear } from '@visx/scale'
import type { Bar } from './bars.ts'

export type Size = { width: number; height: number; formatShort: (value: number) => string }
export type Layout = {
  width: number
  /** Where the names lie below, and the values at the left. */
  floor: number
  left: number
  lines: readonly { y: number; text: string }[]
  bars: readonly { x: number; y: number; width: number; height: number; middle: number }[]
  ticks: readonly { x: number; text: string }[]
  /** The bar at a distance from the left edge; null beside the bars. */
  barAt: (x: number) => number | null
}

const top = 8
const below = 22
/** About as wide as a letter of the axis; nothing is measured for it. */
const letter = 6.4
const linesWanted = 4

/** Where everything of a plot of this size lies, in pixels. */
export function layoutOf(bars: readonly Bar[], { width, height, formatShort }: Size): Layout {
  const floor = height - below
  const values = bars.map(({ value }) => value)
  const y = scaleLinear<number>({
    domain: [Math.min(0, ...values), Math.max(1, ...values)],
    range: [floor, top],
    nice: linesWanted,
  })
  // Calls and cents have no halves.
  const whole = y.ticks(linesWanted).filter(Number.isInteger)
  const lines = whole.map((value) => ({ y: y(value), text: formatShort(value) }))
  const left = Math.ceil(Math.max(0, ...lines.map(({ text }) => text.length)) * letter) + 10
  const x = scaleBand<number>({ domain: [...bars.keys()], range: [left, Math.max(left, width)] })
  const step = x.step()
  const placed = bars.map(({ value }, index) => ({ ...span(y(value), y(0)), ...place(x(index) ?? left, step) }))
  return {
    width,
    floor,
    left,
    lines,
    bars: placed,
    ticks: ticksOf(bars, placed, { left, width }),
    barAt: (at) => {
      const index = Math.floor((at - left) / step)
      return index >= 0 && index < bars.length ? index : null
    },
  }
}

/** From a value to zero; what is there at all can be seen. */
function span(value: number, zero: number): { y: number; height: number } {
  const height = value === zero ? 0 : Math.max(1.5, Math.abs(zero - value))
  return { y: value <= zero ? zero - height : zero, height }
}

/** Wider bars would be blocks. */
const widest = 56

/** Narrow bars stand closer, so that the gaps do not outweigh them. */
function place(start: number, step: number): { x: number; width: number; middle: number } {
  const gap = step > 6 ? 0.25 * step : step > 2 ? 1 : 0
  const width = Math.min(widest, Math.max(0, step - gap))
  const middle = start + step / 2
  return { x: middle - width / 2, width, middle }
}

/** As many names as fit without touching each other; those at the edges stay inside. */
function ticksOf(
  bars: readonly Bar[],
  placed: readonly { middle: number }[],
  { left, width }: { left: number; width: number },
): Layout['ticks'] {
  const ticks: { x: number; text: string }[] = []
  let taken = left
  bars.forEach(({ tick }, index) => {
    if (tick === null) return
    const half = (tick.length * letter) / 2
    const x = Math.max(half, Math.min(width - half, placed[index]!.middle))
    if (x - half < taken) return
    ticks.push({ x, text: tick })
    taken = x + half + 12
  })
  return ticks
}
