import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, RefObject } from 'react'
import { useUsersView, useUsersViewActions } from '../../stores/usersView.ts'
import { UsersFilters } from './UsersFilters.tsx'
import classes from './UsersPage.module.css'

export type UsersToolbarProps = { searchField: RefObject<HTMLInputElement | null>; onArrowDown: () => void }

/** Search and filters; Arrow Down goes on to the rows, Escape empties the search. */
export function UsersToolbar({ searchField, onArrowDown }: UsersToolbarProps) {
  const { search } = useUsersView()
  const { setSearch } = useUsersViewActions()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onArrowDown()
    }
    if (event.key === 'Escape') setSearch('')
  }
  return (
    <search className={classes.toolbar} aria-label="Users">
      <TextInput
        ref={searchField}
        aria-label="Search users"
        placeholder="Name, email, extension or number"
        className={classes.search ?? ''}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={
          search !== '' && <CloseButton size="xs" aria-label="Clear the search" onClick={() => setSearch('')} />
        }
        value={search}
        maxLength={200}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <UsersFilters />
    </search>
  )
}
