import type { ReactNode } from 'react'

/** A column of a grid: its head, its width, and what it shows of a row. */
export type GridColumn<Row, Sort extends string = never> = {
  key: string
  label: string
  /** Pixels that it needs. */
  width: number
  /** Its share of the room that is left; without one it stays as wide as it is. */
  share?: number
  /** Where there is no room for all columns those with it are left out, the lowest first. */
  givesWay?: number
  /** What its head sorts by. */
  sort?: Sort
  /** Numbers stand right, under each other. */
  numeric?: boolean
  cell: (row: Row) => ReactNode
}

/** What stands at the ends of each row: a box that selects, options. */
export type RowEnds = { withBoxes: boolean; withOptions: boolean }

type Width = Pick<GridColumn<never, string>, 'width' | 'share'>

const box: Width = { width: 20 }
const options: Width = { width: 32 }
const gap = 16

/** The grid's tracks, and the width under which it scrolls sideways. */
export function tracksOf(
  columns: readonly Width[],
  { withBoxes, withOptions }: RowEnds,
): { template: string; least: number } {
  const tracks = [...(withBoxes ? [box] : []), ...columns, ...(withOptions ? [options] : [])]
  return {
    template: tracks.map(trackOf).join(' '),
    least: tracks.reduce((sum, { width }) => sum + width, 0) + gap * (tracks.length - 1),
  }
}

function trackOf({ width, share }: Width): string {
  return share === undefined ? `${width}px` : `minmax(${width}px, ${share}fr)`
}
