import { memo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { GridColumn } from './columns.ts'
import classes from './DataGrid.module.css'

/** What the options of a row need of it. */
export type RowOptions = {
  /** The pointer or the keyboard is or was on the row. */
  reached: boolean
  tabIndex: number
  opened: boolean
  onOpenedChange: (opened: boolean) => void
}

export type GridRowProps<Row extends { id: string }> = {
  row: Row
  name: string
  columns: readonly GridColumn<Row, string>[]
  index: number
  top: number
  current: boolean
  selected: boolean
  /** Whether a box selects it. */
  withBox: boolean
  /** The row whose content stands open beside the grid. */
  opened: boolean
  options: ((row: Row, given: RowOptions) => ReactNode) | undefined
  onOpen: (row: Row, index: number) => void
  onToggle: (id: Row['id']) => void
  onCurrent: (index: number) => void
  /** Arrows, Space and the like. */
  onKey: (event: KeyboardEvent) => void
  /** A click with Shift. */
  onExtend: (index: number) => void
}

/** One row. Enter or a click opens, Space selects; options also open with the right button, the Menu key or Shift+F10. */
export const GridRow = memo(Row) as typeof Row

function Row<R extends { id: string }>(props: GridRowProps<R>) {
  const { row, name, columns, index, top, current, selected, withBox, opened, options } = props
  const { onOpen, onToggle, onCurrent, onKey, onExtend } = props
  // A row of another search takes the place of this one, and must not get its open menu.
  const [menuOf, setMenuOf] = useState<R['id'] | null>(null)
  const setMenu = (open: boolean): void => setMenuOf(open ? row.id : null)
  const [pointed, setPointed] = useState(false)
  const openMenu = (event: MouseEvent | KeyboardEvent): void => {
    if (options === undefined) return
    event.preventDefault()
    onCurrent(index)
    setMenu(true)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onOpen(row, index)
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(event)
    onKey(event)
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={withBox ? selected : undefined}
      aria-current={opened || undefined}
      data-index={index}
      tabIndex={current ? 0 : -1}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onMouseEnter={() => setPointed(true)}
      onFocus={() => onCurrent(index)}
      onClick={(event) => (event.shiftKey ? onExtend(index) : onOpen(row, index))}
      onContextMenu={openMenu}
      onKeyDown={onKeyDown}
    >
      {withBox && (
        <SelectCell name={name} selected={selected} onToggle={() => onToggle(row.id)} onShift={() => onExtend(index)} />
      )}
      <Cells row={row} columns={columns} />
      {options !== undefined && (
        <Options>
          {options(row, {
            reached: current || pointed,
            tabIndex: current ? 0 : -1,
            opened: menuOf === row.id,
            onOpenedChange: setMenu,
          })}
        </Options>
      )}
    </div>
  )
}

type SelectCellProps = { name: string; selected: boolean; onToggle: () => void; onShift: () => void }

function SelectCell({ name, selected, onToggle, onShift }: SelectCellProps) {
  const onClick = (event: MouseEvent): void => {
    event.stopPropagation()
    // The keyboard goes on from the row.
    event.currentTarget.closest<HTMLElement>('[role="row"]')?.focus({ preventScroll: true })
    if (event.shiftKey) onShift()
    else onToggle()
  }
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      className={classes.select}
      onClick={onClick}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <input type="checkbox" aria-label={`Select ${name}`} tabIndex={-1} checked={selected} readOnly />
    </div>
  )
}

function Cells<R>({ row, columns }: { row: R; columns: readonly GridColumn<R, string>[] }) {
  return columns.map(({ key, cell, numeric, tabular }) => (
    <div
      key={key}
      role="gridcell"
      data-column={key}
      data-numeric={numeric}
      className={tabular === true ? 'tabular' : undefined}
    >
      {cell(row)}
    </div>
  ))
}

/** What is pressed in the menu is not meant for the row under it (React events also rise from portals). */
function Options({ children }: { children: ReactNode }) {
  const stop = (event: { stopPropagation: () => void }): void => event.stopPropagation()
  return (
    <div role="gridcell" tabIndex={-1} className={classes.options} onClick={stop} onKeyDown={stop} onContextMenu={stop}>
      {children}
    </div>
  )
}
