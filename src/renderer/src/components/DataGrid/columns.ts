import type { ReactNode } from 'react'

/** A column of a grid: its head, its width, and what it shows of a row. */
export type GridColumn<Row, Sort extends string> = {
  key: string
  label: string
  /** Pixels that it needs, and its share of the room that is left. */
  width: number
  share: number
  /** What its head sorts by. */
  sort?: Sort
  /** Digits of equal width. */
  tabular?: boolean
  /** Numbers stand right, under each other. */
  numeric?: boolean
  cell: (row: Row) => ReactNode
}

const checkbox = 20
const options = 32
const gap = 16

type Width = Pick<GridColumn<unknown, string>, 'width' | 'share'>

/** What stands at the ends of each row: a box that selects, options. */
export type RowEnds = { withBoxes: boolean; withOptions: boolean }

/** The grid's tracks, and the width under which it scrolls sideways. */
export function tracksOf(
  columns: readonly Width[],
  { withBoxes, withOptions }: RowEnds,
): { template: string; least: number } {
  const tracks = columns.map(({ width, share }) => (share === 0 ? `${width}px` : `minmax(${width}px, ${share}fr)`))
  const [first, last] = [withBoxes ? [checkbox] : [], withOptions ? [options] : []]
  const widths = [...first, ...columns.map(({ width }) => width), ...last]
  const inPixels = (width: number): string => `${width}px`
  return {
    template: [...first.map(inPixels), ...tracks, ...last.map(inPixels)].join(' '),
    least: widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1),
  }
}
