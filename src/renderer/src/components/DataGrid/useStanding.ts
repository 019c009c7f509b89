import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'

type Scrolled = Pick<Virtualizer<HTMLDivElement, Element>, 'isScrolling' | 'scrollRect' | 'getVirtualItems'>
export type Standing = VirtualItem & { slot: number }

/**
 * The rows that are drawn, each in a slot: a row that is scrolled out gives its elements to one that comes in, which is
 * cheaper than new ones. While the grid scrolls the slots stand as they stood before, because moving elements costs as
 * much; at rest they stand in the order of the rows, as a screen reader reads them.
 */
export function useStanding(virtualizer: Scrolled, { rowHeight, overscan }: { rowHeight: number; overscan: number }) {
  const items = virtualizer.getVirtualItems()
  const visible = Math.ceil((virtualizer.scrollRect?.height ?? 0) / rowHeight) + 1
  const slots = Math.max(items.length, visible + 2 * overscan)
  const [stood, setStood] = useState(0)
  const first = virtualizer.isScrolling ? stood : (items[0]?.index ?? 0)
  if (first !== stood) setStood(first)
  const place = (index: number): number => (index + slots - (first % slots)) % slots
  return items
    .map((item): Standing => ({ ...item, slot: item.index % slots }))
    .toSorted((one, other) => place(one.index) - place(other.index))
}
