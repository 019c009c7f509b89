import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { wholePages, type Visible } from '../../data/pages.ts'
import classes from './LongList.module.css'
import { LongListRow, type LongColumn } from './LongListRow.tsx'
import { useStanding } from '../VirtualRows/useStanding.ts'
import { useGridKeys } from '../VirtualRows/useGridKeys.ts'
import { useKeysAt } from '../VirtualRows/useKeysAt.ts'

export type LongListProps = {
  label: string
  columns: readonly LongColumn[]
  /** The CSS class that gives the columns their widths, in the head and in the rows. */
  layout: string | undefined
  total: number
  busy: boolean
  /** The cells of a row, or null as long as it is not read. */
  cells: (index: number) => readonly ReactNode[] | null
  selected: number | null
  onVisible: (visible: Visible) => void
  /** The row that has the keyboard, kept where it outlives the page; without it the list begins at its top again. */
  place?: readonly [row: number, setRow: (row: number) => void]
  /** Opens a row; left out where there is nothing behind it. */
  onOpen?: (index: number) => void
  empty: ReactNode
}

const rowHeight = 36
/** Rows drawn beyond the visible ones. */
const overscan = 8
/** Rows that stand above the one that a list is opened at. */
const above = 5
/** Chromium draws no element higher than 33 million pixels; rows beyond are reached by a narrower filter. */
export const mostRows = 900_000

/** A virtual grid: only the rows on the screen exist. Arrows and page keys move, Enter or a click opens. */
export function LongList(props: LongListProps) {
  const { label, columns, layout, busy, cells, selected, onVisible, onOpen, empty } = props
  const total = Math.min(props.total, mostRows)
  const body = useRef<HTMLDivElement>(null)
  const own = useState(0)
  const [current, setCurrent] = props.place ?? own
  // Its functions change with every scroll; nothing here is memoized over them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    overscan,
    initialOffset: offsetOf(current),
    onChange: ({ range }) => range !== null && onVisible(wholePages(range.startIndex, range.endIndex)),
  })
  useAtPlace({ total, current, body, virtualizer })
  const keys = useGridKeys({ total, current, setCurrent, body, virtualizer, rowHeight })
  const onKeyDown = useKeysAt(current, keys.onKeyDown)
  const { standing, watchFocus } = useStanding(virtualizer, { rowHeight, overscan })
  if (total === 0 && !busy) return <div className={classes.grid}>{empty}</div>
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-busy={busy}
      className={`${classes.grid} ${layout}`}
    >
      <Head columns={columns} layout={layout} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it stands in for a row that is not drawn yet */}
      <div
        ref={body}
        role="rowgroup"
        tabIndex={-1}
        className={classes.body}
        onKeyDown={(event) => event.target === event.currentTarget && onKeyDown(event)}
        {...watchFocus}
      >
        <div role="presentation" className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
          {standing.map(({ index, start, slot }) => (
            <LongListRow
              key={slot}
              index={index}
              top={start}
              layout={layout}
              columns={columns}
              cells={cells(index)}
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

type Placed = {
  total: number
  current: number
  body: RefObject<HTMLElement | null>
  virtualizer: Pick<Virtualizer<HTMLDivElement, Element>, 'scrollToOffset'>
}

/** The list is opened at its row as soon as it is long enough: before it is counted it is not. */
function useAtPlace({ total, current, body, virtualizer }: Placed): void {
  const done = useRef(false)
  useLayoutEffect(() => {
    if (done.current || total <= current) return
    done.current = true
    const offset = offsetOf(current)
    if (body.current !== null && body.current.scrollTop !== offset) virtualizer.scrollToOffset(offset)
  }, [body, current, total, virtualizer])
}

function offsetOf(row: number): number {
  return Math.max(0, (row - above) * rowHeight)
}

function Head({ columns, layout }: Pick<LongListProps, 'columns' | 'layout'>) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={`${classes.columns} ${layout}`}>
        {columns.map(({ name, numeric }) => (
          <div key={name} role="columnheader" data-numeric={numeric}>
            {name}
          </div>
        ))}
      </div>
    </div>
  )
}
