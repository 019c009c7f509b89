import { useMemo, useRef, type CSSProperties, type ReactNode, type Ref } from 'react'
import type { LongList } from '../../data/pages.ts'
import { tracksOf, type GridColumn, type RowEnds } from './columns.ts'
import classes from './DataGrid.module.css'
import { GridBody } from './GridBody.tsx'
import { GridHead, type GridSort } from './GridHead.tsx'
import type { RowOptions } from './RowCells.tsx'
import type { RowBoxes } from './useRowSelection.ts'

export type DataGridHandle = {
  focusFirst: () => void
  /** Scrolls to a row and gives it the keyboard. */
  goTo: (row: number) => void
  /** Scrolls to a row and makes it the current one; the focus stays where it is. */
  reveal: (row: number) => void
}

export type DataGridProps<Row extends { id: string }, Sort extends string> = {
  label: string
  columns: readonly GridColumn<Row, Sort>[]
  /** Left out where no column sorts. */
  sort?: GridSort<Sort>
  list: LongList<Row>
  /** What the list was asked for; another question starts at the first row. */
  question: unknown
  empty: ReactNode
  /** The row that has the keyboard; the grid opens at it. */
  current: number
  onCurrent: (row: number) => void
  /** Left out where there is nothing behind a row. */
  onOpen?: (row: Row, index: number) => void
  /** The row whose content stands open beside the grid. */
  opened?: Row['id'] | null
  /** Left out where rows are not selected. */
  boxes?: RowBoxes<Row>
  /** Buttons at the end of each row. */
  options?: (row: Row, given: RowOptions) => ReactNode
  ref?: Ref<DataGridHandle> | undefined
}

/** A virtual grid: only the rows on the screen exist, and only their pages are read. Arrows and page keys move. */
export function DataGrid<Row extends { id: string }, Sort extends string = never>(props: DataGridProps<Row, Sort>) {
  const { label, columns, sort, list, boxes, options } = props
  const { total, counted, changing } = list
  const head = useRef<HTMLDivElement>(null)
  const withBoxes = boxes !== undefined
  const withOptions = options !== undefined
  return (
    <div
      role="grid"
      aria-label={label}
      aria-multiselectable={withBoxes || undefined}
      aria-rowcount={counted === undefined ? -1 : total + 1}
      aria-busy={changing}
      className={classes.grid}
      style={useTracks(columns, { withBoxes, withOptions })}
    >
      <GridHead ref={head} {...{ columns, sort, total, boxes, withOptions }} />
      <GridBody {...props} onScrollLeft={(left) => head.current?.scrollTo({ left })} />
    </div>
  )
}

function useTracks(columns: readonly GridColumn<never, string>[], { withBoxes, withOptions }: RowEnds): CSSProperties {
  return useMemo(() => {
    const { template, least } = tracksOf(columns, { withBoxes, withOptions })
    return { '--grid-tracks': template, '--grid-least': `${least}px` } as CSSProperties
  }, [columns, withBoxes, withOptions])
}
