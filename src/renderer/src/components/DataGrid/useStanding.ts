import type { VirtualItem } from '@tanstack/react-virtual'
import { useState, type FocusEvent } from 'react'
import { overscan, rowHeight } from './measures.ts'
import type { Rows } from './useVirtualRows.ts'

type Standing = VirtualItem & { slot: number }

/**
 * The rows that are drawn, each in a slot: a row that is scrolled out gives its elements to one that comes in, which is
 * cheaper than new ones. While the grid scrolls or has the focus the slots stand as they stood before, because moving
 * elements costs as much, and would have the focused row read aloud again; else they stand in the order of the rows, as
 * a screen reader reads the page.
 */
export function useStanding(virtualizer: Rows) {
  const [stood, setStood] = useState(0)
  const [focused, setFocused] = useState(false)
  const items = virtualizer.getVirtualItems()
  const visible = Math.ceil((virtualizer.scrollRect?.height ?? 0) / rowHeight) + 1
  const slots = Math.max(items.length, visible + 2 * overscan)
  const first = virtualizer.isScrolling || focused ? stood : (items[0]?.index ?? 0)
  if (first !== stood) setStood(first)
  const place = (index: number): number => (index + slots - (first % slots)) % slots
  const standing = items
    .map((item): Standing => ({ ...item, slot: item.index % slots }))
    .toSorted((one, other) => place(one.index) - place(other.index))
  const watchFocus = {
    onFocus: (): void => setFocused(true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent): void => setFocused(currentTarget.contains(relatedTarget)),
  }
  return { standing, watchFocus }
}
