import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Rows } from './useVirtualRows.ts'

type Wanted = {
  total: number
  current: number
  onCurrent: (row: number) => void
  body: RefObject<HTMLDivElement | null>
  virtualizer: Rows
}
export type RowFocus = ReturnType<typeof useRowFocus>

/** The current row has the focus, also when it is yet to be drawn, or is drawn anew elsewhere. */
export function useRowFocus({ total, current, onCurrent, body, virtualizer }: Wanted) {
  const holdsFocus = useRef(false)
  const focused = useRef(current)
  /** The current row, known before the grid is drawn with it: effects of an earlier drawing may be late, and come after. */
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
    const at = indexOf(active)
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
      onCurrent(next)
      virtualizer.scrollToIndex(next, { align: 'auto' })
      const waits = drawnRow(body.current, next) === null && indexOf(document.activeElement) !== null
      if (!waits) focusRow(body.current, next)
      holdsFocus.current = true
    },
    [body, onCurrent, total, virtualizer],
  )
  /** Behind the last control of the page nothing has the focus: that is no row that has scrolled away. */
  const letGo = useCallback((): void => void (holdsFocus.current = false), [])
  return { goTo, letGo, meant }
}

/** As long as the row is not drawn, the body of the grid has the focus for it. */
function focusRow(body: HTMLElement | null, index: number): void {
  const row = drawnRow(body, index) ?? body
  row?.focus({ preventScroll: true })
}

function drawnRow(body: HTMLElement | null, index: number): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[role="row"][data-index="${index}"]`) ?? null
}

/** Which row this element is, or null. */
function indexOf(element: Element | null): number | null {
  const index = element instanceof HTMLElement ? element.dataset['index'] : undefined
  return index === undefined ? null : Number(index)
}
