import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type CSSProperties, type RefObject } from 'react'
import { wholePages, type Visible } from '../../data/pages.ts'
import { tracksOf, type GridColumn, type RowEnds } from './columns.ts'
import { useRowKeys } from './useRowKeys.ts'
import { useStanding } from '../VirtualRows/useStanding.ts'
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
  return { virtualizer, ...useStanding(virtualizer, { rowHeight, overscan }), ...keys }
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

type Scrolled = Pick<Virtualizer<HTMLDivElement, Element>, 'scrollOffset' | 'scrollToOffset'>

/** Another search, filter or order starts at its first row; coming back to the page does not. */
export function useBackToTop(question: unknown, virtualizer: Scrolled): void {
  const asked = JSON.stringify(question)
  const last = useRef(asked)
  useEffect(() => {
    if (last.current === asked) return
    last.current = asked
    // Scrolling makes the page lay out at once, with each letter of a search; mostly it is at the top.
    if (virtualizer.scrollOffset !== 0) virtualizer.scrollToOffset(0)
  }, [asked, virtualizer])
}

/** What changes within this time does not flicker. */
const patience = 150

/** Whether the rows of the question before stand for so long that they are dimmed. */
export function useSlow(changing: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!changing) return undefined
    const timer = setTimeout(() => setSlow(true), patience)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [changing])
  return slow
}
