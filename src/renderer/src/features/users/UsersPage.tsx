import { useCallback, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { UserId } from '../../../../shared/ids.ts'
import type { DataGridHandle } from '../../components/DataGrid/props.ts'
import { useFittingColumns } from '../../components/DataGrid/useFittingColumns.ts'
import { ExportButton } from '../../components/ListTools/ExportButton.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { useStart } from '../../components/UserMenu/useStart.ts'
import { useUsersColumns } from '../../data/preferences.ts'
import { useAskAhead, useNoUsers } from '../../data/users.ts'
import { dayHere } from '../../../../shared/dayHere.ts'
import { useUsersView, useUsersViewActions } from '../../stores/usersView.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { gridColumns, usersEnds } from './columns.tsx'
import { filterOf } from './queryOf.ts'
import { useExport } from './useExport.ts'
import { UsersGrid } from './UsersGrid.tsx'
import { UsersToolbar } from './UsersToolbar.tsx'
import { useSearchKeys } from './useSearchKeys.ts'

/** The directory: search as you type, filters, columns, selection, export, and the ⋯ menu of every person. */
export function UsersPage() {
  const { search, filters, sort, descending } = useUsersView()
  const [today] = useState(() => dayHere(new Date()))
  const query = useMemo(
    () => ({ filter: filterOf(search, filters, today), sort, descending }),
    [search, filters, today, sort, descending],
  )
  const columns = useUsersColumns()
  const all = useMemo(() => gridColumns(columns), [columns])
  const fitting = useFittingColumns(all, usersEnds)
  const { setSearch } = useUsersViewActions()
  const askAhead = useAskAhead()
  const onSearch = (text: string): void => {
    askAhead({ ...query, filter: filterOf(text, filters, today) })
    setSearch(text)
  }
  const { start: startExport, pending } = useExport(query, columns)
  const empty = useNoUsers(query)
  const searchField = useRef<HTMLInputElement>(null)
  const grid = useRef<DataGridHandle>(null)
  const [, navigate] = useLocation()
  const start = useStart()
  const open = useCallback((userId: UserId) => navigate(`/users/${userId}`), [navigate])
  useSearchKeys(searchField)
  return (
    <>
      <PageHeader
        title="Users"
        actions={
          <>
            <ColumnsMenu columns={columns} shown={fitting} />
            <ExportButton empty={empty} loading={pending} onClick={() => startExport()} />
          </>
        }
      >
        <UsersToolbar {...{ searchField, onSearch }} onArrowDown={() => grid.current?.focusFirst()} />
      </PageHeader>
      <UsersGrid ref={grid} query={query} columns={columns} shown={fitting} onOpen={open} onChoose={start} />
    </>
  )
}
