import { memo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { GridColumn } from './columns.ts'
import classes from './DataGrid.module.css'
import { Cells, Options, SelectCell, Unread, type RowOptions } from './RowCells.tsx'

export type GridRowProps<Row extends { id: string }> = {
  /** Undefined as long as it is not read. */
  row: Row | undefined
  index: number
  top: number
  columns: readonly GridColumn<Row, string>[]
  /** Whether Tab reaches this row. */
  current: boolean
  /** Whether its content stands open beside the grid; undefined where none ever does. */
  opened: boolean | undefined
  /** Undefined where rows have no boxes. */
  selected: boolean | undefined
  nameOf: ((row: Row) => string) | undefined
  options: ((row: Row, given: RowOptions) => ReactNode) | undefined
  onCurrent: (index: number) => void
  onOpen: ((row: Row, index: number) => void) | undefined
  onToggle: (id: Row['id'], index: number) => void
  /** A click, from which a range may grow. */
  onBegin: (index: number) => void
  /** A click with Shift. */
  onExtend: (index: number) => void
}

/**
 * One row; as long as it is not read, a stand-in that keeps its place and the focus. Enter or a click opens, Space selects;
 * options also open with the right button, the Menu key or Shift+F10.
 */
export const GridRow = memo(Row) as typeof Row

function Row<R extends { id: string }>(props: GridRowProps<R>) {
  const { row, index, top, columns, current, opened, selected, nameOf, options } = props
  const { onCurrent, onOpen, onToggle, onBegin, onExtend } = props
  const [pointed, setPointed] = useState(false)
  const menu = useMenuOf(row)
  const open = (): void => {
    if (row !== undefined) onOpen?.(row, index)
  }
  const onClick = (event: MouseEvent): void => {
    if (event.shiftKey && nameOf !== undefined) return onExtend(index)
    onBegin(index)
    open()
  }
  const openMenu = (event: MouseEvent | KeyboardEvent): void => {
    if (options === undefined) return
    event.preventDefault()
    onCurrent(index)
    menu.onOpenedChange(true)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') open()
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(event)
  }
  const tabIndex = current ? 0 : -1
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? opened}
      aria-current={opened || undefined}
      data-index={index}
      data-opens={onOpen !== undefined}
      tabIndex={tabIndex}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onMouseEnter={() => setPointed(true)}
      onFocus={() => onCurrent(index)}
      onClick={onClick}
      onContextMenu={openMenu}
      onKeyDown={onKeyDown}
    >
      {row !== undefined && nameOf !== undefined && (
        <SelectCell
          name={nameOf(row)}
          selected={selected === true}
          onToggle={() => onToggle(row.id, index)}
          onShift={() => onExtend(index)}
        />
      )}
      {row === undefined ? <Unread /> : <Cells row={row} columns={columns} />}
      {row !== undefined && options !== undefined && (
        <Options>{options(row, { reached: current || pointed, tabIndex, ...menu })}</Options>
      )}
    </div>
  )
}

/** A row of another search takes the place of this one, and must not get its open menu. */
function useMenuOf(row: { id: string } | undefined): Pick<RowOptions, 'opened' | 'onOpenedChange'> {
  const [menuOf, setMenuOf] = useState<string | null>(null)
  const id = row?.id ?? null
  return { opened: id !== null && menuOf === id, onOpenedChange: (opened) => setMenuOf(opened ? id : null) }
}
