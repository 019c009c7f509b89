import type { KeyboardEvent, RefObject } from 'react'
import { rowHeight } from './measures.ts'
import type { RowFocus } from './useRowFocus.ts'
import type { SelectRows } from './useRowSelection.ts'

type Grid = { total: number; body: RefObject<HTMLDivElement | null>; focus: RowFocus; select: SelectRows }

/**
 * The keys of the grid: those that select, and arrows, Home, End and the page keys, which move the current row. With Shift
 * they select on the way. Home and End do the same with Ctrl: rows are what moves here, not cells.
 */
export function useGridKeys({ total, body, focus, select }: Grid) {
  return (event: KeyboardEvent): void => {
    if (event.key === 'Tab') focus.letGo()
    const row = focus.meant.current
    if (select.onKey(event, row)) return
    const pageRows = Math.max(1, Math.floor((body.current?.clientHeight ?? 0) / rowHeight) - 1)
    const next = nextRow(event.key, row, total, pageRows)
    const byEnds = event.key === 'Home' || event.key === 'End'
    if (next === null || event.metaKey || event.altKey || (event.ctrlKey && !byEnds)) return
    event.preventDefault()
    focus.goTo(next)
    const reached = Math.max(0, Math.min(total - 1, next))
    if (event.shiftKey) select.extendTo(reached, row)
    else select.beginAt(reached)
  }
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
