import { useMemo } from 'react'
import type { BillRow } from '../../../../../shared/analytics/model.ts'
import type { GridColumn } from '../../../components/DataGrid/columns.ts'
import { AnalyticsLink } from '../../../components/AnalyticsLink/AnalyticsLink.tsx'
import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { useCurrency } from '../../../data/company.ts'
import { usePersonBills } from '../../../data/personLists.ts'
import { formatMonth } from '../../../format/dates.ts'
import { formatMoney } from '../../../format/money.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import type { TabProps } from '../tabProps.ts'
import { RecordList } from './RecordList.tsx'

function columnsOf(currency: string): GridColumn<BillRow>[] {
  return [
    { key: 'month', label: 'Month', width: 140, cell: ({ month }) => formatMonth(month) },
    { key: 'item', label: 'Item', width: 160, share: 1, cell: ({ item }) => <Truncated text={item} /> },
    { key: 'name', label: 'Billed to', width: 120, share: 1, cell: ({ name }) => <Truncated text={name} /> },
    { key: 'amount', label: 'Amount', width: 110, numeric: true, cell: ({ cents }) => formatMoney(cents, currency) },
  ]
}

/** What was billed for the person, under the name as it was. */
export function BillsTab({ inventory: { user, counts } }: TabProps) {
  const currency = useCurrency()
  const columns = useMemo(() => columnsOf(currency), [currency])
  const { head, list } = usePersonBills(user.id, counts.billingRecord)
  return (
    <RecordList
      label="Bills"
      query={head}
      columns={columns}
      list={list}
      lead={
        <>
          {formatQuantity(list.total, 'billing record')}, the newest month first. Analytics keeps them indefinitely.{' '}
          <AnalyticsLink user={user} part="bills" />
        </>
      }
      none={{ title: 'No bills', why: 'Nothing was billed for the user.' }}
    />
  )
}
