import { useMemo } from 'react'
import type { BillFilter, BillRow } from '../../../../shared/analytics/model.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { DataGrid } from '../../components/DataGrid/DataGrid.tsx'
import { NameAndNumber } from '../../components/NameAndNumber/NameAndNumber.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { useBills } from '../../data/analytics.ts'
import { useCurrency } from '../../data/company.ts'
import { formatMonth } from '../../format/dates.ts'
import { formatMoney } from '../../format/money.ts'
import { useAnalyticsActions, useAnalyticsRow } from '../../stores/analyticsView.ts'
import { BillNote } from './BillNote.tsx'
import { ListBar } from './ListBar.tsx'
import { NothingFound } from './NothingFound.tsx'
import { Left } from './Party.tsx'
import { namedPerson } from './sides.ts'
import { Unread } from './Unread.tsx'

function columnsOf(currency: string): GridColumn<BillRow>[] {
  return [
    { key: 'month', label: 'Month', width: 150, cell: ({ month }) => formatMonth(month) },
    { key: 'person', label: 'Person', width: 160, share: 0.7, cell: personCell },
    { key: 'item', label: 'Item', width: 140, share: 1, cell: ({ item }) => <Truncated text={item} /> },
    { key: 'amount', label: 'Amount', width: 120, numeric: true, cell: ({ cents }) => formatMoney(cents, currency) },
  ]
}

/** The billing records, the newest month first. Enter or a click shows those of the person. */
export function Bills({ filter }: { filter: BillFilter }) {
  const [current, setCurrent] = useAnalyticsRow('bills')
  const { head, totals, list } = useBills(filter, current)
  const { setFilters } = useAnalyticsActions()
  const currency = useCurrency()
  const columns = useMemo(() => columnsOf(currency), [currency])
  if (head.data === undefined) return <Unread what="billing records" query={head} />
  return (
    <>
      <BillNote />
      <ListBar
        what="billing record"
        wanted={{ what: 'bills', filter }}
        total={totals?.records}
        sum={totals === undefined ? undefined : formatMoney(totals.cents, currency)}
        empty={list.total === 0}
        changing={list.changing}
      />
      <DataGrid
        label="Billing records"
        columns={columns}
        list={list}
        question={filter}
        empty={<NothingFound what="billing records" />}
        current={current}
        onCurrent={setCurrent}
        onOpen={(bill) => setFilters({ who: namedPerson({ ...bill, extension: null }) })}
      />
    </>
  )
}

function personCell({ name, gone }: BillRow) {
  return (
    <NameAndNumber name={name} number={null}>
      {gone && <Left />}
    </NameAndNumber>
  )
}
