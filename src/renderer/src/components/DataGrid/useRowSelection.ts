import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react'
import { useAnnounce } from '../../stores/announcements.ts'
import { everythingSelected, nothingSelected, toggled, widened, type Selection } from '../../stores/selection.ts'

/** More than these are selected with Ctrl+A or the box in the head. */
const longestRange = 10_000

export type RowSelection<Id extends string> = {
  selection: Selection<Id>
  setSelection: (selection: Selection<Id>) => void
  /** The rows of a range, also those that were never on the screen. */
  between: (first: number, last: number) => Promise<Id[]>
}
/** What a grid is given whose rows are not selected. */
export const noSelection = {
  selection: nothingSelected,
  setSelection: (): void => {},
  between: async (): Promise<never[]> => [],
} as const

type Rows<Id extends string> = RowSelection<Id> & { idAt: (row: number) => Id | undefined; current: number }

/** Space and Ctrl+A select; a range grows from the row at which it began, and what was selected before stays. */
export function useRowSelection<Id extends string>(rows: Rows<Id>) {
  const { setSelection } = rows
  const announce = useAnnounce()
  const anchor = useRef<{ row: number; before: Selection<Id> } | null>(null)
  const newest = useRef(rows)
  useEffect(() => {
    newest.current = rows
  })

  const extendTo = useCallback(
    (row: number): void => {
      const now = newest.current
      anchor.current ??= { row: now.current, before: now.selection }
      const { row: from, before } = anchor.current
      const [first, last] = from < row ? [from, row] : [row, from]
      if (last - first >= longestRange) return announce('Press Ctrl+A to select everything in the list')
      const select = async (): Promise<void> => setSelection(widened(before, await now.between(first, last)))
      void select()
    },
    [announce, setSelection],
  )
  const toggle = useCallback((id: Id): void => setSelection(toggled(newest.current.selection, id)), [setSelection])

  /** Answers whether the key was one of these. */
  const onKey = useCallback(
    (event: KeyboardEvent, row: number): boolean => {
      if (!event.shiftKey) anchor.current = null
      if (event.key === ' ') {
        const id = newest.current.idAt(row)
        if (id !== undefined) toggle(id)
      } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) setSelection(everythingSelected)
      else if (event.key === 'Escape') setSelection(nothingSelected)
      else return false
      event.preventDefault()
      return true
    },
    [setSelection, toggle],
  )
  return { onKey, extendTo, toggle }
}
