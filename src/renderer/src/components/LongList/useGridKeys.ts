import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

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
  const focusWanted = useRef(false)
  const drawn = virtualizer.getVirtualItems().some((item) => item.index === current)

  useEffect(() => {
    if (focusWanted.current && drawn) focusWanted.current = !focusRow(body.current, current)
  })

  const goTo = useCallback(
    (row: number): void => {
      const next = Math.max(0, Math.min(total - 1, row))
      setCurrent(next)
      virtualizer.scrollToIndex(next, { align: 'auto' })
      focusWanted.current = !focusRow(body.current, next)
      // The row that had the focus may scroll away before the next one is drawn; keys that are pressed now count too.
      if (focusWanted.current) body.current?.focus({ preventScroll: true })
    },
    [body, setCurrent, total, virtualizer],
  )

  const onKeyDown = useCallback(
    (event: KeyboardEvent, row: number): void => {
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

/** False when the row is not drawn yet. */
function focusRow(body: HTMLElement | null, index: number): boolean {
  const row = body?.querySelector<HTMLElement>(`[role="row"][data-index="${index}"]`)
  row?.focus({ preventScroll: true })
  return row !== null && row !== undefined
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
