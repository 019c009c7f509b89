import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { DataGrid } from '../../components/DataGrid/DataGrid.tsx'
import type { RowOptions } from '../../components/DataGrid/RowCells.tsx'
import { useFittingColumns } from '../../components/DataGrid/useFittingColumns.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { ListCount } from '../../components/ListTools/ListCount.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { useNumbers, type NumberListRow } from '../../data/extensions.ts'
import { useRefusals } from '../../data/session.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import { dayHere } from '../../../../shared/dayHere.ts'
import { useNumbersView } from '../../stores/extensionsView.ts'
import { extensionsEnds, type ListProps } from './ExtensionsList.tsx'
import { NothingFound } from './NothingFound.tsx'
import { numberColumns } from './numberColumns.tsx'
import { OptionsMenu } from './OptionsMenu.tsx'
import { numberOptions } from './tasks.ts'
import { useNumberOptions } from './useOptions.ts'
import { useNumbersQuery } from './useQueries.ts'

const nameOf = ({ phoneNumber }: NumberListRow): string => formatPhoneNumber(phoneNumber)

/** Every phone number with its state: on an extension, kept on a free one, parked, released, being ported. */
export function NumbersList({ onTask, ref }: ListProps) {
  const { search, filters, sort, descending, row: current, setRow, sortBy, clearFilters } = useNumbersView()
  const [today] = useState(() => dayHere(new Date()))
  const query = useNumbersQuery()
  const { head, list } = useNumbers(query, current)
  const [, navigate] = useLocation()
  const refusal = useRefusals()
  const choose = useNumberOptions(onTask)
  const all = useMemo(() => numberColumns(today), [today])
  const columns = useFittingColumns(all, extensionsEnds)
  const open = useCallback(
    ({ extension, ...row }: NumberListRow) =>
      extension === null ? choose({ ...row, extension }, 'reclaim') : navigate(`/extensions/${extension.id}`),
    [choose, navigate],
  )
  const options = useCallback(
    (row: NumberListRow, given: RowOptions): ReactNode => (
      <OptionsMenu
        name={nameOf(row)}
        options={numberOptions(row, refusal, today)}
        row={given}
        onChoose={(key) => choose(row, key)}
      />
    ),
    [choose, refusal, today],
  )
  const onClear = search.trim() !== '' || Object.keys(filters).length > 0 ? clearFilters : null
  if (head.isError && head.data === undefined)
    return (
      <PageBody>
        <ErrorAlert title="The numbers could not be read" error={head.error} onRetry={() => void head.refetch()} />
      </PageBody>
    )
  return (
    <>
      <ListCount total={list.counted} noun="phone number" changing={list.changing} onClear={onClear} />
      <DataGrid
        ref={ref}
        label="Phone numbers"
        columns={columns}
        sort={{ by: sort, descending, onSort: sortBy }}
        list={list}
        question={query}
        empty={<NothingFound what="phone number" onClear={onClear} />}
        current={current}
        onCurrent={setRow}
        onOpen={open}
        options={options}
      />
    </>
  )
}
