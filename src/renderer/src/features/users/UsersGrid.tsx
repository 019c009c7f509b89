import { useCallback, type ReactNode, type Ref } from 'react'
import type { UserColumn, UserRow, UserSort } from '../../../../shared/directory/model.ts'
import type { UserId } from '../../../../shared/ids.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { DataGrid } from '../../components/DataGrid/DataGrid.tsx'
import type { DataGridHandle } from '../../components/DataGrid/props.ts'
import type { RowOptions } from '../../components/DataGrid/RowCells.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { useUsers, useUsersBetween, useUsersNotShown, type UsersQuery } from '../../data/users.ts'
import { selectedSingly } from '../../stores/selection.ts'
import { useCurrentRow, useUserSelection, useUsersView, useUsersViewActions } from '../../stores/usersView.ts'
import { NobodyFound } from './NobodyFound.tsx'
import { RowMenu } from './RowMenu.tsx'
import { UsersBar } from './UsersBar.tsx'

export type UsersGridProps = {
  query: UsersQuery
  /** Those that are chosen, for the export, and those of them that show. */
  columns: readonly UserColumn[]
  shown: readonly GridColumn<UserRow, UserSort>[]
  onOpen: (userId: UserId) => void
  onChoose: (preset: Preset, userId: UserId) => void
  ref?: Ref<DataGridHandle>
}

const nameOf = ({ name }: UserRow): string => name

/** The directory as a grid, with the ⋯ menu of every person. */
export function UsersGrid({ query, columns, shown, onOpen, onChoose, ref }: UsersGridProps) {
  const [current, setCurrent] = useCurrentRow()
  const { head, list } = useUsers(query, current)
  const { sort, descending } = useUsersView()
  const { sortBy } = useUsersViewActions()
  const { selection, setSelection } = useUserSelection()
  const notShown = useUsersNotShown(query, selectedSingly(selection))
  const between = useUsersBetween(query)
  const open = useCallback(({ id }: UserRow) => onOpen(id), [onOpen])
  const options = useCallback(
    (user: UserRow, given: RowOptions): ReactNode => (
      <RowMenu user={user} {...given} onChoose={(preset) => onChoose(preset, user.id)} />
    ),
    [onChoose],
  )
  if (head.isError && head.data === undefined)
    return (
      <PageBody>
        <ErrorAlert title="The users could not be read" error={head.error} onRetry={() => void head.refetch()} />
      </PageBody>
    )
  return (
    <>
      <UsersBar query={query} columns={columns} total={list.counted} changing={list.changing} notShown={notShown} />
      <DataGrid
        ref={ref}
        label="Users"
        columns={shown}
        sort={{ by: sort, descending, onSort: sortBy }}
        list={list}
        question={query}
        empty={<NobodyFound />}
        current={current}
        onCurrent={setCurrent}
        onOpen={open}
        boxes={{ selectAll: 'Select everyone in the list', nameOf, selection, setSelection, notShown, between }}
        options={options}
      />
    </>
  )
}
