import { expect, it } from 'vitest'
import { layoutOf } from './layout.ts'

const size = { width: 400, height: 176, formatShort: String }
const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `d${index}`, value: index, tick: `Nov ${index}` }))

it('names at the axis do not touch, however many bars there are', () => {
  for (const count of [1, 7, 90, 500]) {
    const { ticks } = layoutOf(days(count), size)
    expect(ticks.length).toBeGreaterThan(0)
    const edges = ticks.map(({ x, text }) => ({ start: x - text.length * 3, end: x + text.length * 3 }))
    expect(edges.slice(1).every(({ start }, index) => start > edges[index]!.end)).toBe(true)
    expect(edges.at(-1)!.end).toBeLessThanOrEqual(size.width)
  }
})

it('values at the axis are whole and cover every bar; the least that is there can be seen', () => {
  const bars = [0, 1, 3000].map((value) => ({ name: String(value), value, tick: null }))
  const { lines, bars: placed, floor } = layoutOf(bars, size)
  expect(lines.map(({ text }) => text)).toEqual(['0', '1000', '2000', '3000'])
  expect(placed.map(({ height }) => Math.round(height))).toEqual([0, 2, floor - 8])
  expect(layoutOf([{ name: 'one', value: 1, tick: null }], size).lines.map(({ text }) => text)).toEqual(['0', '1'])
})

it('a credit goes below zero', () => {
  const bars = [-100, 100].map((value) => ({ name: String(value), value, tick: null }))
  const [credit, debit] = layoutOf(bars, size).bars
  expect(credit!.y).toBeCloseTo(debit!.y + debit!.height)
  expect(credit!.height).toBeCloseTo(debit!.height)
})

it('the pointer finds the bar under it, and none beside them', () => {
  const { bars, barAt, left } = layoutOf(days(90), size)
  expect([0, 44, 89].map((index) => barAt(bars[index]!.middle))).toEqual([0, 44, 89])
  expect([left - 1, size.width + 1].map(barAt)).toEqual([null, null])
})

it('before its width is known, and without bars, nothing breaks', () => {
  expect(layoutOf(days(3), { ...size, width: 0 }).bars.map(({ width }) => width)).toEqual([0, 0, 0])
  expect(layoutOf([], size).ticks).toEqual([])
})
