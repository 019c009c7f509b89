import { useCallback, type ReactNode, type Ref } from 'react'
import { useLocation } from 'wouter'
import type { ExtensionRow } from '../../../../shared/extensions/model.ts'
import { DataGrid } from '../../components/DataGrid/DataGrid.tsx'
import type { DataGridHandle } from '../../components/DataGrid/props.ts'
import type { RowOptions } from '../../components/DataGrid/RowCells.tsx'
import { useFittingColumns } from '../../components/DataGrid/useFittingColumns.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { ListCount } from '../../components/ListTools/ListCount.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { useExtensions } from '../../data/extensions.ts'
import { useRefusals } from '../../data/session.ts'
import { useExtensionsView } from '../../stores/extensionsView.ts'
import { extensionColumns } from './extensionColumns.tsx'
import { NothingFound } from './NothingFound.tsx'
import { OptionsMenu } from './OptionsMenu.tsx'
import { extensionOptions, type Task } from './tasks.ts'
import { useExtensionOptions } from './useOptions.ts'
import { useExtensionsQuery } from './useQueries.ts'

export type ListProps = { onTask: (task: Task) => void; ref: Ref<DataGridHandle> }

/** What stands beside the columns. */
export const extensionsEnds = { withBoxes: false, withOptions: true }

const nameOf = ({ extensionNumber }: ExtensionRow): string => `Extension ${extensionNumber}`

/** Every extension with who has it, its numbers, its voicemails and who can hear them. */
export function ExtensionsList({ onTask, ref }: ListProps) {
  const { search, filters, sort, descending, row: current, setRow, sortBy, clearFilters } = useExtensionsView()
  const query = useExtensionsQuery()
  const { head, list } = useExtensions(query, current)
  const [, navigate] = useLocation()
  const columns = useFittingColumns(extensionColumns, extensionsEnds)
  const refusal = useRefusals()
  const choose = useExtensionOptions(onTask)
  const open = useCallback(({ id }: ExtensionRow) => navigate(`/extensions/${id}`), [navigate])
  const options = useCallback(
    (row: ExtensionRow, given: RowOptions): ReactNode => (
      <OptionsMenu
        name={nameOf(row)}
        options={extensionOptions(row, refusal)}
        row={given}
        onChoose={(key) => choose(row, key)}
      />
    ),
    [choose, refusal],
  )
  const onClear = search.trim() !== '' || Object.keys(filters).length > 0 ? clearFilters : null
  if (head.isError && head.data === undefined)
    return (
      <PageBody>
        <ErrorAlert title="The extensions could not be read" error={head.error} onRetry={() => void head.refetch()} />
      </PageBody>
    )
  return (
    <>
      <ListCount total={list.counted} noun="extension" changing={list.changing} onClear={onClear} />
      <DataGrid
        ref={ref}
        label="Extensions"
        columns={columns}
        sort={{ by: sort, descending, onSort: sortBy }}
        list={list}
        question={query}
        empty={<NothingFound what="extension" onClear={onClear} />}
        current={current}
        onCurrent={setRow}
        onOpen={open}
        options={options}
      />
    </>
  )
}
