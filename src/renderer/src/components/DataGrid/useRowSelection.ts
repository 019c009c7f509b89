import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react'
import { useAnnounce } from '../../stores/announcements.ts'
import { everythingSelected, nothingSelected, toggled, widened, type Selection } from '../../stores/selection.ts'

/** More than these are selected with Ctrl+A or the box in the head. */
const longestRange = 10_000

export type RowBoxes<Row extends { id: string }> = {
  /** What the box in the head is called. */
  selectAll: string
  /** What a row is called where its box is named. */
  nameOf: (row: Row) => string
  selection: Selection<Row['id']>
  setSelection: (selection: Selection<Row['id']>) => void
  /** How many are selected that the list does not show. */
  notShown: number
  /** The rows of a range, also those that were never on the screen. */
  between: (first: number, last: number) => Promise<Row['id'][]>
}

type Rows<Row extends { id: string }> = {
  /** Without them nothing is selected. */
  boxes: RowBoxes<Row> | undefined
  rowAt: (index: number) => Row | undefined
  /** What the list was asked for; another question puts other rows in their places. */
  question: unknown
}
export type SelectRows = Pick<ReturnType<typeof useRowSelection>, 'onKey' | 'beginAt' | 'extendTo'>

/**
 * Space and Ctrl+A select; a range grows from the row that was last ticked, clicked or reached with the arrows, and what
 * was selected before stays. A selection that is cleared or set by something else has no such row.
 */
export function useRowSelection<Row extends { id: string }>(rows: Rows<Row>) {
  const announce = useAnnounce()
  // What was selected before is known once the range begins to grow.
  const anchor = useRef<{ row: number; before?: Selection<Row['id']> } | null>(null)
  const made = useRef<Selection<Row['id']> | null>(null)
  const newest = useRef(rows)
  useEffect(() => {
    const { boxes, question } = newest.current
    const selection = rows.boxes?.selection
    const setElsewhere = selection !== boxes?.selection && selection !== made.current
    if (setElsewhere || question !== rows.question) anchor.current = null
    newest.current = rows
  })

  const select = useCallback((next: Selection<Row['id']>): void => {
    made.current = next
    newest.current.boxes?.setSelection(next)
  }, [])
  const beginAt = useCallback((row: number): void => void (anchor.current = { row }), [])
  /** A range that has not begun yet begins at the row that is given for it. */
  const extendTo = useCallback(
    (row: number, begin = row): void => {
      const { boxes } = newest.current
      if (boxes === undefined) return
      anchor.current ??= { row: begin }
      const { row: from } = anchor.current
      const before = (anchor.current.before ??= boxes.selection)
      const [first, last] = from < row ? [from, row] : [row, from]
      if (last - first >= longestRange) return announce('Press Ctrl+A to select everything in the list')
      const widen = async (): Promise<void> => select(widened(before, await boxes.between(first, last)))
      void widen()
    },
    [announce, select],
  )
  const toggle = useCallback(
    (id: Row['id'], row: number): void => {
      const { boxes } = newest.current
      if (boxes === undefined) return
      beginAt(row)
      select(toggled(boxes.selection, id))
    },
    [beginAt, select],
  )

  /** Answers whether the key was one of these. */
  const onKey = useCallback(
    (event: KeyboardEvent, row: number): boolean => {
      const { boxes, rowAt } = newest.current
      if (boxes === undefined) return false
      if (event.key === ' ') {
        const id = rowAt(row)?.id
        if (id !== undefined) toggle(id, row)
      } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) boxes.setSelection(everythingSelected)
      else if (event.key === 'Escape') boxes.setSelection(nothingSelected)
      else return false
      event.preventDefault()
      return true
    },
    [toggle],
  )
  return { onKey, beginAt, extendTo, toggle }
}
