import type { MouseEvent, ReactNode } from 'react'
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

export function Cells<Row>({ row, columns }: { row: Row; columns: readonly GridColumn<Row, string>[] }) {
  return columns.map(({ key, numeric, cell }) => (
    <div key={key} role="gridcell" data-column={key} data-numeric={numeric}>
      {cell(row)}
    </div>
  ))
}

/** Stands for the cells of a row that is being read. */
export function Unread() {
  return (
    <div role="gridcell" className={classes.unread}>
      <span className="visuallyHidden">Loading</span>
    </div>
  )
}

type SelectCellProps = { name: string; selected: boolean; onToggle: () => void; onShift: () => void }

export function SelectCell({ name, selected, onToggle, onShift }: SelectCellProps) {
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

/** What is pressed in the menu is not meant for the row under it (React events also rise from portals). */
export function Options({ children }: { children: ReactNode }) {
  const stop = (event: { stopPropagation: () => void }): void => event.stopPropagation()
  return (
    <div role="gridcell" tabIndex={-1} className={classes.options} onClick={stop} onKeyDown={stop} onContextMenu={stop}>
      {children}
    </div>
  )
}
