import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Visible } from '../../data/audit.ts'
import classes from './Audit.module.css'

export type LongListProps = {
  label: string
  /** Column heads, as wide as the cells below them; the CSS class lays both out. */
  columns: readonly string[]
  layout: string | undefined
  total: number
  busy: boolean
  /** The cells of a row, or null as long as it is not read. */
  cells: (index: number) => readonly ReactNode[] | null
  selected: number | null
  onVisible: (visible: Visible) => void
  onOpen: (index: number) => void
  empty: ReactNode
}

const rowHeight = 36
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 }

/** A virtual grid: only the rows on the screen exist. Arrows move, Enter or a click opens. */
export function LongList(props: LongListProps) {
  const { label, columns, layout, total, busy, cells, selected, onVisible, onOpen, empty } = props
  const body = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  // Its functions change with every scroll; nothing here is memoized over them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    onChange: ({ range }) => range !== null && onVisible(rounded(range.startIndex, range.endIndex)),
  })
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.key === 'Enter') onOpen(index)
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? total - 1 : index + (steps[event.key] ?? 0)
    const next = Math.max(0, Math.min(total - 1, to))
    if (next === index) return
    event.preventDefault()
    setCurrent(next)
    virtualizer.scrollToIndex(next)
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus())
  }
  if (total === 0 && !busy) return <div className={classes.grid}>{empty}</div>
  return (
    <div role="grid" aria-label={label} aria-rowcount={total + 1} aria-busy={busy} className={classes.grid}>
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={`${classes.columns} ${layout}`}>
          {columns.map((column) => (
            <div key={column} role="columnheader">
              {column}
            </div>
          ))}
        </div>
      </div>
      <div ref={body} role="rowgroup" className={classes.body}>
        <div role="presentation" className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <ListRow
              key={index}
              index={index}
              top={start}
              layout={layout}
              columns={columns}
              cells={cells(index) ?? ['…']}
              selected={index === selected}
              reached={index === Math.min(current, total - 1)}
              onFocus={setCurrent}
              onOpen={onOpen}
              onKeyDown={onKeyDown}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

type ListRowProps = Pick<LongListProps, 'columns' | 'layout' | 'onOpen'> & {
  index: number
  top: number
  cells: readonly ReactNode[]
  selected: boolean
  /** Whether Tab reaches this row. */
  reached: boolean
  onFocus: (index: number) => void
  onKeyDown: (event: KeyboardEvent, index: number) => void
}

function ListRow(props: ListRowProps) {
  const { index, top, layout, columns, cells, selected, reached, onFocus, onOpen, onKeyDown } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      tabIndex={reached ? 0 : -1}
      className={`${classes.row} ${layout}`}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => onFocus(index)}
      onClick={() => onOpen(index)}
      onKeyDown={(event) => onKeyDown(event, index)}
    >
      {cells.map((cell, column) => (
        <div key={columns[column]} role="gridcell">
          {cell}
        </div>
      ))}
    </div>
  )
}

/** Rounded, so that a scroll within the same rows does not ask again. */
function rounded(first: number, last: number): Visible {
  return { first: Math.floor(first / 50) * 50, last: Math.ceil(last / 50) * 50 }
}
