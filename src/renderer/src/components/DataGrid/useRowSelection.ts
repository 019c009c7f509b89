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
  /** The rows of a range, also those that were never on the screen. */
  between: (first: number, last: number) => Promise<Row['id'][]>
}

type Rows<Row extends { id: string }> = {
  /** Without them nothing is selected. */
  boxes: RowBoxes<Row> | undefined
  rowAt: (index: number) => Row | undefined
  current: number
}
export type SelectRows = Pick<ReturnType<typeof useRowSelection>, 'onKey' | 'extendTo'>

/** Space and Ctrl+A select; a range grows from the row at which it began, and what was selected before stays. */
export function useRowSelection<Row extends { id: string }>(rows: Rows<Row>) {
  const announce = useAnnounce()
  const anchor = useRef<{ row: number; before: Selection<Row['id']> } | null>(null)
  const newest = useRef(rows)
  useEffect(() => {
    newest.current = rows
  })

  const extendTo = useCallback(
    (row: number): void => {
      const { boxes, current } = newest.current
      if (boxes === undefined) return
      anchor.current ??= { row: current, before: boxes.selection }
      const { row: from, before } = anchor.current
      const [first, last] = from < row ? [from, row] : [row, from]
      if (last - first >= longestRange) return announce('Press Ctrl+A to select everything in the list')
      const select = async (): Promise<void> => boxes.setSelection(widened(before, await boxes.between(first, last)))
      void select()
    },
    [announce],
  )
  const toggle = useCallback((id: Row['id']): void => {
    const { boxes } = newest.current
    boxes?.setSelection(toggled(boxes.selection, id))
  }, [])

  /** Answers whether the key was one of these. */
  const onKey = useCallback(
    (event: KeyboardEvent, row: number): boolean => {
      const { boxes, rowAt } = newest.current
      if (boxes === undefined) return false
      if (!event.shiftKey) anchor.current = null
      if (event.key === ' ') {
        const id = rowAt(row)?.id
        if (id !== undefined) toggle(id)
      } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) boxes.setSelection(everythingSelected)
      else if (event.key === 'Escape') boxes.setSelection(nothingSelected)
      else return false
      event.preventDefault()
      return true
    },
    [toggle],
  )
  return { onKey, extendTo, toggle }
}
