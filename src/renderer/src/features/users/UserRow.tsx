import { memo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { UserRow as User } from '../../../../shared/directory/model.ts'
import type { UserId } from '../../../../shared/ids.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'
import { StatusBadge } from '../../components/StatusBadge/StatusBadge.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { formatDay } from '../../format/dates.ts'
import { formatCount } from '../../format/numbers.ts'
import { RowMenu } from './RowMenu.tsx'
import classes from './UsersGrid.module.css'

export type UserRowProps = {
  user: User
  index: number
  top: number
  current: boolean
  onOpen: (userId: UserId) => void
  onChoose: (preset: Preset, userId: UserId) => void
  onCurrent: (index: number) => void
  /** Arrows and the like. */
  onMove: (event: KeyboardEvent, index: number) => void
}

/** One person. Enter or a click opens; the menu also opens with the right button, the Menu key or Shift+F10. */
export const UserRow = memo(function UserRow(props: UserRowProps) {
  const { user, index, top, current, onOpen, onChoose, onCurrent, onMove } = props
  const [menu, setMenu] = useState(false)
  const [pointed, setPointed] = useState(false)
  const openMenu = (event: MouseEvent | KeyboardEvent): void => {
    event.preventDefault()
    onCurrent(index)
    setMenu(true)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onOpen(user.id)
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(event)
    onMove(event, index)
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={current ? 0 : -1}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onMouseEnter={() => setPointed(true)}
      onFocus={() => onCurrent(index)}
      onClick={() => onOpen(user.id)}
      onContextMenu={openMenu}
      onKeyDown={onKeyDown}
    >
      <UserCells user={user} />
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

function UserCells({ user }: { user: User }) {
  return (
    <>
      <div role="gridcell" className={classes.name}>
        <Truncated text={user.name} className={classes.personName} />
        <Truncated text={user.jobTitle} className={classes.jobTitle} />
      </div>
      <div role="gridcell" className="tabular">
        {user.extension ?? <Nothing what="No extension" />}
      </div>
      <div role="gridcell">
        <StatusBadge status={user.status} />
      </div>
      <div role="gridcell">
        <Truncated text={user.site} />
      </div>
      <div role="gridcell">
        <Truncated text={user.department} />
      </div>
      <div role="gridcell" data-numeric className="tabular">
        {user.voicemails === 0 ? <Nothing what="None" /> : formatCount(user.voicemails)}
      </div>
      <div role="gridcell" className="tabular">
        {user.leavesOn === null ? <Nothing what="No date" /> : formatDay(user.leavesOn)}
      </div>
    </>
  )
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

function Nothing({ what }: { what: string }) {
  return (
    <span className={classes.nothing}>
      <span aria-hidden>–</span>
      <span className="visuallyHidden">{what}</span>
    </span>
  )
}
