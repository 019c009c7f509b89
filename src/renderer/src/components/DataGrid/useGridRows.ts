import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, type CSSProperties, type RefObject } from 'react'
import { wholePages, type Visible } from '../../data/pages.ts'
import { tracksOf, type GridColumn, type RowEnds } from './columns.ts'
import { useRowKeys } from './useRowKeys.ts'
import type { RowSelection } from './useRowSelection.ts'

const rowHeight = 36
/** Rows drawn beyond the visible ones: a turn of the wheel is covered, and the page stays small. */
const overscan = 4

/** A long list of which only the pages around the visible rows are read. */
export type GridList<Row> = {
  /** False as long as nothing is read. */
  loaded: boolean
  total: number
  /** Undefined while it is counted. */
  counted: number | undefined
  /** The rows are those of the question before. */
  changing: boolean
  rowAt: (index: number) => Row | undefined
}

type Rows<Row extends { id: string }> = RowSelection<Row['id']> & {
  list: Pick<GridList<Row>, 'total' | 'rowAt'>
  current: number
  onCurrent: (row: number) => void
  onVisible: (visible: Visible) => void
}

/** The rows that are drawn, and the keys that move and select. */
export function useGridRows<Row extends { id: string }>(rows: Rows<Row>, body: RefObject<HTMLDivElement | null>) {
  const { list, selection, setSelection, between, current, onCurrent, onVisible } = rows
  const { total, rowAt } = list
  // Its functions change with every scroll; nothing here is memoized over them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    overscan,
    initialOffset: Math.max(0, (current - 5) * rowHeight),
    onChange: ({ range }) => range !== null && onVisible(wholePages(range.startIndex, range.endIndex)),
  })
  const keys = useRowKeys<Row['id']>({
    total,
    current,
    setCurrent: onCurrent,
    body,
    virtualizer,
    rowHeight,
    selection,
    setSelection,
    between,
    idAt: (row) => rowAt(row)?.id,
  })
  return { virtualizer, ...keys }
}

export function useTracks(
  columns: readonly GridColumn<never, string>[],
  { withBoxes, withOptions }: RowEnds,
): CSSProperties {
  return useMemo(() => {
    const { template, least } = tracksOf(columns, { withBoxes, withOptions })
    return { '--grid-tracks': template, '--grid-least': `${least}px` } as CSSProperties
  }, [columns, withBoxes, withOptions])
}

/** Another search, filter or order starts at its first row; coming back to the page does not. */
export function useBackToTop(question: unknown, body: RefObject<HTMLDivElement | null>): void {
  const asked = JSON.stringify(question)
  const last = useRef(asked)
  useEffect(() => {
    if (last.current === asked) return
    last.current = asked
    body.current?.scrollTo({ top: 0 })
  }, [asked, body])
}
