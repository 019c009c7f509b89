import type { RefObject } from 'react'
import { SearchField } from '../../components/ListTools/SearchField.tsx'
import classes from '../../components/ListTools/ListTools.module.css'
import { useUsersView, useUsersViewActions } from '../../stores/usersView.ts'
import { UsersFilters } from './UsersFilters.tsx'

export type UsersToolbarProps = { searchField: RefObject<HTMLInputElement | null>; onArrowDown: () => void }

/** Search and filters. */
export function UsersToolbar({ searchField, onArrowDown }: UsersToolbarProps) {
  const { search } = useUsersView()
  const { setSearch } = useUsersViewActions()
  return (
    <search className={classes.toolbar} aria-label="Users">
      <SearchField
        ref={searchField}
        label="Search users"
        placeholder="Name, email, extension or number"
        value={search}
        onChange={setSearch}
        onArrowDown={onArrowDown}
      />
      <UsersFilters />
    </search>
  )
}
