import { memo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { UserColumn, UserRow as User } from '../../../../shared/directory/model.ts'
import type { UserId } from '../../../../shared/ids.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'
import { useSelected, useSelectionActions } from '../../stores/usersView.ts'
import { columnViews } from './columns.tsx'
import { RowMenu } from './RowMenu.tsx'
import classes from './UsersGrid.module.css'

export type UserRowProps = {
  user: User
  columns: readonly UserColumn[]
  index: number
  top: number
  current: boolean
  onOpen: (userId: UserId) => void
  onChoose: (preset: Preset, userId: UserId) => void
  onCurrent: (index: number) => void
  /** Arrows, Space and the like. */
  onKey: (event: KeyboardEvent, index: number) => void
  /** A click with Shift. */
  onExtend: (index: number) => void
}

/** One person. Enter or a click opens, Space selects; the menu also opens with the right button, the Menu key or Shift+F10. */
export const UserRow = memo(function UserRow(props: UserRowProps) {
  const { user, columns, index, top, current, onOpen, onChoose, onCurrent, onKey, onExtend } = props
  const [menu, setMenu] = useState(false)
  const [pointed, setPointed] = useState(false)
  const selected = useSelected(user.id)
  const openMenu = (event: MouseEvent | KeyboardEvent): void => {
    event.preventDefault()
    onCurrent(index)
    setMenu(true)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onOpen(user.id)
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(event)
    onKey(event, index)
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      tabIndex={current ? 0 : -1}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onMouseEnter={() => setPointed(true)}
      onFocus={() => onCurrent(index)}
      onClick={(event) => (event.shiftKey ? onExtend(index) : onOpen(user.id))}
      onContextMenu={openMenu}
      onKeyDown={onKeyDown}
    >
      <SelectCell user={user} selected={selected} onShift={() => onExtend(index)} />
      <UserCells user={user} columns={columns} />
      <Options>
        <RowMenu
          user={user}
          reached={current || pointed}
          tabIndex={current ? 0 : -1}
          opened={menu}
          onOpenedChange={setMenu}
          onChoose={(preset) => onChoose(preset, user.id)}
        />
      </Options>
    </div>
  )
})

function SelectCell({ user, selected, onShift }: { user: User; selected: boolean; onShift: () => void }) {
  const { toggleSelected } = useSelectionActions()
  const onClick = (event: MouseEvent): void => {
    event.stopPropagation()
    // The keyboard goes on from the row.
    event.currentTarget.closest<HTMLElement>('[role="row"]')?.focus({ preventScroll: true })
    if (event.shiftKey) onShift()
    else toggleSelected(user.id)
  }
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      className={classes.select}
      onClick={onClick}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <input type="checkbox" aria-label={`Select ${user.name}`} tabIndex={-1} checked={selected} readOnly />
    </div>
  )
}

function UserCells({ user, columns }: { user: User; columns: readonly UserColumn[] }) {
  return columns.map((column) => {
    const { cell, numeric, tabular } = columnViews[column]
    return (
      <div
        key={column}
        role="gridcell"
        data-column={column}
        data-numeric={numeric}
        className={tabular === true ? 'tabular' : undefined}
      >
        {cell(user, columns.includes('jobTitle'))}
      </div>
    )
  })
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
