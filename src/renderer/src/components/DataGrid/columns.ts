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

/** The grid's tracks, and the width under which it scrolls sideways; a box selects, and options may stand at the end. */
export function tracksOf(columns: readonly Width[], withOptions: boolean): { template: string; least: number } {
  const tracks = columns.map(({ width, share }) => (share === 0 ? `${width}px` : `minmax(${width}px, ${share}fr)`))
  const ends = withOptions ? [options] : []
  const least = [checkbox, ...columns.map(({ width }) => width), ...ends].reduce((sum, width) => sum + width, 0)
  return {
    template: [`${checkbox}px`, ...tracks, ...ends.map((width) => `${width}px`)].join(' '),
    least: least + gap * (columns.length + ends.length),
  }
}
