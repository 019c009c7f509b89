import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

export type Grid = {
  total: number
  current: number
  setCurrent: (row: number) => void
  /** Selects as far as a row, where rows can be selected. */
  extendTo?: (row: number) => void
  body: RefObject<HTMLDivElement | null>
  virtualizer: Virtualizer<HTMLDivElement, Element>
  rowHeight: number
}

/**
 * Arrows, Home, End and the page keys move the current row; it is scrolled into view and takes the focus when drawn.
 * With Shift they select on the way. Home and End do the same with Ctrl: rows are what moves here, not cells.
 */
export function useGridKeys({ total, current, setCurrent, extendTo, body, virtualizer, rowHeight }: Grid) {
  const holdsFocus = useRef(false)
  const focused = useRef(current)
  /** The current row, known before the list is drawn with it: effects of an earlier drawing may be late, and come after. */
  const meant = useRef(current)
  useLayoutEffect(() => {
    meant.current = current
  }, [current])

  // Near the ends of the list fewer rows are drawn, and the one that has the focus may be among those that go. The body of
  // the grid has it at once then: a key that is pressed before the next row is drawn would go to nobody.
  useLayoutEffect(() => {
    if (holdsFocus.current && document.activeElement === document.body) body.current?.focus({ preventScroll: true })
  })

  // A row that has the focus may scroll away, and be gone or show another; the keys that are pressed meanwhile count all
  // the same. Giving the focus makes the page lay out at once, so it stays until the row that is meant is drawn.
  useEffect(() => {
    if (!holdsFocus.current) return
    const active = document.activeElement
    const at = placeOf(active)
    const row = meant.current
    if (at === row) focused.current = row
    else if (at !== null && at === focused.current && drawnRow(body.current, row) === null) return
    else if (at !== null || active === document.body || active === body.current) focusRow(body.current, row)
    else holdsFocus.current = body.current?.contains(active) === true
  })

  const goTo = useCallback(
    (row: number): void => {
      const next = Math.max(0, Math.min(total - 1, row))
      meant.current = next
      setCurrent(next)
      virtualizer.scrollToIndex(next, { align: 'auto' })
      const waits = drawnRow(body.current, next) === null && placeOf(document.activeElement) !== null
      if (!waits) focusRow(body.current, next)
      holdsFocus.current = true
    },
    [body, setCurrent, total, virtualizer],
  )

  const onKeyDown = useCallback(
    (event: KeyboardEvent, row: number): void => {
      // Behind the last control of the page nothing has the focus: that is no row that has scrolled away.
      if (event.key === 'Tab') holdsFocus.current = false
      const pageRows = Math.max(1, Math.floor((body.current?.clientHeight ?? 0) / rowHeight) - 1)
      const next = nextRow(event.key, row, total, pageRows)
      const byEnds = event.key === 'Home' || event.key === 'End'
      if (next === null || event.metaKey || event.altKey || (event.ctrlKey && !byEnds)) return
      event.preventDefault()
      goTo(next)
      if (event.shiftKey) extendTo?.(Math.max(0, Math.min(total - 1, next)))
    },
    [body, extendTo, goTo, rowHeight, total],
  )
  return { onKeyDown, goTo }
}

/** As long as the row is not drawn, the body of the grid has the focus for it. */
function focusRow(body: HTMLElement | null, index: number): void {
  const row = drawnRow(body, index) ?? body
  row?.focus({ preventScroll: true })
}

function drawnRow(body: HTMLElement | null, index: number): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[role="row"][data-index="${index}"]`) ?? null
}

/** Which row has the focus itself, or null. */
function placeOf(active: Element | null): number | null {
  const index = active instanceof HTMLElement ? active.dataset['index'] : undefined
  return index === undefined ? null : Number(index)
}

function nextRow(key: string, row: number, total: number, pageRows: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return row + 1
    case 'ArrowUp':
      return row - 1
    case 'PageDown':
      return row + pageRows
    case 'PageUp':
      return row - pageRows
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return null
  }
}
