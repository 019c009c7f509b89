import { IconDots } from '@tabler/icons-react'
import type { UserRow } from '../../../../shared/directory/model.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'
import type { RowOptions } from '../../components/DataGrid/RowCells.tsx'
import { UserMenu } from '../../components/UserMenu/UserMenu.tsx'
import classes from './UsersGrid.module.css'

export type RowMenuProps = RowOptions & {
  user: UserRow
  onChoose: (preset: Preset) => void
}

/** The ⋯ button of a row. The menu behind it is made when the row is reached: fifty rows show, one menu is used. */
export function RowMenu({ user, reached, tabIndex, opened, onOpenedChange, onChoose }: RowMenuProps) {
  if (reached || opened)
    return (
      <UserMenu user={user} tabIndex={tabIndex} opened={opened} onOpenedChange={onOpenedChange} onChoose={onChoose} />
    )
  return (
    <button
      type="button"
      className={classes.more}
      aria-label={`More options for ${user.name}`}
      aria-haspopup="menu"
      tabIndex={tabIndex}
      onClick={() => onOpenedChange(true)}
    >
      <IconDots size={17} aria-hidden />
    </button>
  )
}
