import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import type { UserId } from '../../../../shared/ids.ts'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { useUsersView } from '../../stores/usersView.ts'
import { useStart } from '../../components/UserMenu/useStart.ts'
import { UsersGrid, type UsersGridHandle } from './UsersGrid.tsx'
import { UsersToolbar } from './UsersToolbar.tsx'
import { useSearchKeys } from './useSearchKeys.ts'

/** Short enough to feel like typing, long enough to skip the queries of a fast typist. */
const typingPause = 60

/** The directory: search as you type, filters, and the ⋯ menu of every person. */
export function UsersPage() {
  const { search, filters, sort, descending } = useUsersView()
  const [settled] = useDebouncedValue(search.trim(), typingPause)
  const query = useMemo(
    () => ({ filter: { search: settled, ...filters }, sort, descending }),
    [settled, filters, sort, descending],
  )
  const searchField = useRef<HTMLInputElement>(null)
  const grid = useRef<UsersGridHandle>(null)
  const [, navigate] = useLocation()
  const start = useStart()
  const open = useCallback((userId: UserId) => navigate(`/users/${userId}`), [navigate])
  useSearchKeys(searchField)
  return (
    <>
      <PageHeader title="Users">
        <UsersToolbar searchField={searchField} onArrowDown={() => grid.current?.focusFirst()} />
      </PageHeader>
      <UsersGrid ref={grid} query={query} onOpen={open} onChoose={start} />
    </>
  )
}
