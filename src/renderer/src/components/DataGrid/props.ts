import type { ReactNode, Ref } from 'react'
import type { LongList } from '../../data/pages.ts'
import type { GridColumn } from './columns.ts'
import type { GridSort } from './GridHead.tsx'
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
