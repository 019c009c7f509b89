import { useImperativeHandle, useRef, type ReactNode, type Ref } from 'react'
import type { Visible } from '../../data/pages.ts'
import { isSelected } from '../../stores/selection.ts'
import { useKeysAt } from '../VirtualRows/useKeysAt.ts'
import type { GridColumn } from './columns.ts'
import { GridHead, type GridSort } from './GridHead.tsx'
import { GridRow, type RowOptions } from './GridRow.tsx'
import { Empty, LoadingRow, Waiting } from './GridStates.tsx'
import { useBackToTop, useGridRows, useSlow, useTracks, type GridList } from './useGridRows.ts'
import type { RowSelection } from './useRowSelection.ts'
import classes from './DataGrid.module.css'

export type DataGridHandle = {
  focusFirst: () => void
  /** Scrolls to a row and gives it the keyboard. */
  goTo: (row: number) => void
  /** Scrolls to a row and makes it the current one; the focus stays where it is. */
  reveal: (row: number) => void
}

export type DataGridProps<Row extends { id: string }, Sort extends string> = RowSelection<Row['id']> & {
  label: string
  list: GridList<Row>
  /** What the list was asked for; another question starts at the first row. */
  question: unknown
  columns: readonly GridColumn<Row, Sort>[]
  sort: GridSort<Sort>
  /** What the box in the head is called; without it rows are not selected, see noSelection. */
  selectAll?: string | undefined
  /** What a row is called where its box is named. */
  nameOf: (row: Row) => string
  /** The row that the keyboard is on. */
  current: number
  onCurrent: (row: number) => void
  onVisible: (visible: Visible) => void
  onOpen: (row: Row, index: number) => void
  /** The row whose content stands open beside the grid. */
  opened?: Row['id'] | null
  /** Buttons at the end of each row. */
  options?: (row: Row, given: RowOptions) => ReactNode
  empty: ReactNode
  ref?: Ref<DataGridHandle> | undefined
}

/** A virtual grid that sorts and selects: only the rows on the screen exist, and only their pages are read. */
export function DataGrid<Row extends { id: string }, Sort extends string>(props: DataGridProps<Row, Sort>) {
  const { label, list, columns, sort, selection, setSelection, selectAll, options } = props
  const { total, counted, changing } = list
  const head = useRef<HTMLDivElement>(null)
  const withOptions = options !== undefined
  const withBoxes = selectAll !== undefined
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
      <GridHead ref={head} {...{ columns, sort, total, selection, setSelection, selectAll, withOptions }} />
      <GridBody {...props} onScrollLeft={(left) => head.current?.scrollTo({ left })} />
    </div>
  )
}

type GridBodyProps<Row extends { id: string }, Sort extends string> = DataGridProps<Row, Sort> & {
  onScrollLeft: (left: number) => void
}

function GridBody<Row extends { id: string }, Sort extends string>({
  ref,
  onScrollLeft,
  ...props
}: GridBodyProps<Row, Sort>) {
  const { list, question, columns, selection, selectAll, options, opened, current, onCurrent, onOpen, nameOf, empty } =
    props
  const body = useRef<HTMLDivElement>(null)
  const { virtualizer, standing, watchFocus, onKey, extendTo, toggle, goTo } = useGridRows(props, body)
  const reveal = (row: number): void => {
    onCurrent(row)
    virtualizer.scrollToIndex(row)
  }
  useImperativeHandle(ref, () => ({ focusFirst: () => goTo(0), goTo, reveal }))
  useBackToTop(question, virtualizer)
  const slow = useSlow(list.changing)
  const withBox = selectAll !== undefined
  const onRowKey = useKeysAt(current, onKey)
  const given = { columns, options, withBox, onOpen, onToggle: toggle, onCurrent, onKey: onRowKey, onExtend: extendTo }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it stands in for a row that is not drawn yet
    <div
      ref={body}
      role="rowgroup"
      tabIndex={-1}
      className={classes.body}
      {...watchFocus}
      onKeyDown={(event) => event.target === event.currentTarget && onRowKey(event)}
      data-slow={slow}
      onScroll={({ currentTarget }) => onScrollLeft(currentTarget.scrollLeft)}
    >
      {!list.loaded && <Waiting />}
      {list.counted === 0 && <Empty>{empty}</Empty>}
      <div role="presentation" className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {standing.map(({ index, start, slot }) => {
          const row = list.rowAt(index)
          if (row === undefined) return <LoadingRow key={slot} top={start} />
          const is = { current: index === current, selected: isSelected(selection, row.id), opened: row.id === opened }
          return <GridRow key={slot} {...given} {...is} row={row} name={nameOf(row)} index={index} top={start} />
        })}
      </div>
    </div>
  )
}
