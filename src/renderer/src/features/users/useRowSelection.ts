import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react'
import type { UserId } from '../../../../shared/ids.ts'
import { useUsersBetween, type UsersQuery } from '../../data/users.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import { nobody, useSelection, useSelectionActions, type Selection } from '../../stores/usersView.ts'

/** More than these are selected with Ctrl+A or the box in the head. */
const longestRange = 10_000

type Rows = { query: UsersQuery; idAt: (row: number) => UserId | undefined; current: number }

/** Space and Ctrl+A select; a range grows from the row at which it began, and what was selected before stays. */
export function useRowSelection({ query, idAt, current }: Rows) {
  const selection = useSelection()
  const { setSelection, toggleSelected } = useSelectionActions()
  const between = useUsersBetween(query)
  const announce = useAnnounce()
  const anchor = useRef<{ row: number; before: Selection } | null>(null)
  const newest = useRef({ selection, between, current, idAt })
  useEffect(() => {
    newest.current = { selection, between, current, idAt }
  })

  const extendTo = useCallback(
    (row: number): void => {
      const now = newest.current
      anchor.current ??= { row: now.current, before: now.selection }
      const { row: from, before } = anchor.current
      const [first, last] = from < row ? [from, row] : [row, from]
      if (last - first >= longestRange) return announce('Press Ctrl+A to select everyone in the list')
      const select = async (): Promise<void> => setSelection(widened(before, await now.between(first, last)))
      void select()
    },
    [announce, setSelection],
  )

  /** Answers whether the key was one of these. */
  const onKey = useCallback(
    (event: KeyboardEvent, row: number): boolean => {
      if (!event.shiftKey) anchor.current = null
      if (event.key === ' ') {
        const id = newest.current.idAt(row)
        if (id !== undefined) toggleSelected(id)
      } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) setSelection({ all: true, users: new Set() })
      else if (event.key === 'Escape') setSelection(nobody)
      else return false
      event.preventDefault()
      return true
    },
    [setSelection, toggleSelected],
  )
  return { onKey, extendTo }
}

function widened({ all, users }: Selection, range: readonly UserId[]): Selection {
  const next = new Set(users)
  for (const id of range) {
    if (all) next.delete(id)
    else next.add(id)
  }
  return { all, users: next }
}
