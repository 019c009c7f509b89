import type { KeyboardEvent, ReactNode } from 'react'
import classes from './LongList.module.css'

export type LongColumn = {
  name: string
  /** Numbers stand right, under each other. */
  numeric?: boolean
}

export type LongListRowProps = {
  index: number
  top: number
  columns: readonly LongColumn[]
  layout: string | undefined
  /** Null as long as the row is not read. */
  cells: readonly ReactNode[] | null
  selected: boolean
  /** Whether Tab reaches this row. */
  reached: boolean
  onFocus: (index: number) => void
  onOpen: ((index: number) => void) | undefined
  /** Arrows and page keys. */
  onKeyDown: (event: KeyboardEvent) => void
}

/** One row of a long list; as long as it is not read, a stand-in that keeps its place and the focus. */
export function LongListRow(props: LongListRowProps) {
  const { index, top, columns, layout, cells, selected, reached, onFocus, onOpen, onKeyDown } = props
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
      data-opens={onOpen !== undefined}
      onClick={() => onOpen?.(index)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onOpen?.(index)
        onKeyDown(event)
      }}
    >
      {cells === null ? (
        <div role="gridcell" className={classes.loading}>
          <span className="visuallyHidden">Loading</span>
        </div>
      ) : (
        cells.map((cell, column) => (
          <div key={columns[column]?.name} role="gridcell" data-numeric={columns[column]?.numeric}>
            {cell}
          </div>
        ))
      )}
    </div>
  )
}
