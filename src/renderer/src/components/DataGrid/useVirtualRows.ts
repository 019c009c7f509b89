import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { wholePages, type LongList } from '../../data/pages.ts'
import { mostRows, overscan, rowHeight, rowsAbove } from './measures.ts'

export type Rows = Virtualizer<HTMLDivElement, Element>
type Wanted = {
  list: Pick<LongList<unknown>, 'total' | 'onVisible'>
  question: unknown
  current: number
  body: RefObject<HTMLDivElement | null>
}

/** The rows that there are to draw, from the current one at first. */
export function useVirtualRows({ list, question, current, body }: Wanted) {
  const total = Math.min(list.total, mostRows)
  // Its functions change with every scroll; nothing here is memoized over them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    overscan,
    initialOffset: offsetOf(current),
    onChange: ({ range }) => range !== null && list.onVisible(wholePages(range.startIndex, range.endIndex)),
  })
  useOpenedAt(current, total, virtualizer)
  useBackToTop(question, virtualizer)
  return { total, virtualizer }
}

/** The grid is opened at its row as soon as it is long enough: before it is counted it is not. */
function useOpenedAt(row: number, total: number, virtualizer: Rows): void {
  const done = useRef(false)
  useLayoutEffect(() => {
    if (done.current || total <= row) return
    done.current = true
    const offset = offsetOf(row)
    if (virtualizer.scrollElement?.scrollTop !== offset) virtualizer.scrollToOffset(offset)
  }, [row, total, virtualizer])
}

/** Another search, filter or order starts at its first row; coming back to the page does not. */
function useBackToTop(question: unknown, virtualizer: Rows): void {
  const asked = JSON.stringify(question)
  const last = useRef(asked)
  useEffect(() => {
    if (last.current === asked) return
    last.current = asked
    // Scrolling makes the page lay out at once, with each letter of a search; mostly it is at the top.
    if (virtualizer.scrollOffset !== 0) virtualizer.scrollToOffset(0)
  }, [asked, virtualizer])
}

function offsetOf(row: number): number {
  return Math.max(0, (row - rowsAbove) * rowHeight)
}
