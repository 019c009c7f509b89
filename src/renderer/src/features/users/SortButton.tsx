import type { ReactNode } from 'react'
import type { UserSort } from '../../../../shared/directory/model.ts'
import { useUsersViewActions } from '../../stores/usersView.ts'
import classes from './UsersGrid.module.css'

export function SortButton({ by, children }: { by: UserSort; children: ReactNode }) {
  const { sortBy } = useUsersViewActions()
  return (
    <button type="button" className={classes.sort} onClick={() => sortBy(by)}>
      {children}
    </button>
  )
}
