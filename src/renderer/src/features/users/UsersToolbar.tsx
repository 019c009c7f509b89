import type { RefObject } from 'react'
import { SearchField } from '../../components/ListTools/SearchField.tsx'
import classes from '../../components/ListTools/ListTools.module.css'
import { useUsersView } from '../../stores/usersView.ts'
import { UsersFilters } from './UsersFilters.tsx'

export type UsersToolbarProps = {
  searchField: RefObject<HTMLInputElement | null>
  onSearch: (search: string) => void
  onArrowDown: () => void
}

/** Search and filters. */
export function UsersToolbar({ searchField, onSearch, onArrowDown }: UsersToolbarProps) {
  const { search } = useUsersView()
  return (
    <search className={classes.toolbar} aria-label="Users">
      <SearchField
        ref={searchField}
        label="Search users"
        placeholder="Name, email, extension or number"
        value={search}
        onChange={onSearch}
        onArrowDown={onArrowDown}
      />
      <UsersFilters />
    </search>
  )
}
