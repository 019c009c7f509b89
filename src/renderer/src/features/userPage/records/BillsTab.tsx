import type { BillRow } from '../../../../../shared/analytics/model.ts'
import { AnalyticsLink } from '../../../components/AnalyticsLink/AnalyticsLink.tsx'
import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { useCurrency } from '../../../data/company.ts'
import { useVisible } from '../../../data/pages.ts'
import { usePersonBills } from '../../../data/personLists.ts'
import { formatMonth } from '../../../format/dates.ts'
import { formatMoney } from '../../../format/money.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import type { TabProps } from '../tabProps.ts'
import { RecordList } from './RecordList.tsx'
import classes from './Records.module.css'

const columns = [{ name: 'Month' }, { name: 'Item' }, { name: 'Billed to' }, { name: 'Amount', numeric: true }] as const

/** What was billed for the person, under the name as it was. */
export function BillsTab({ inventory: { user, counts } }: TabProps) {
  const [visible, setVisible] = useVisible()
  const currency = useCurrency()
  const { head, total, rowAt } = usePersonBills(user.id, counts.billingRecord, visible)
  return (
    <RecordList
      label="Bills"
      query={head}
      columns={columns}
      layout={classes.bills}
      total={total}
      onVisible={setVisible}
      cells={(index) => cellsOf(rowAt(index), currency)}
      lead={
        <>
          {formatQuantity(total, 'billing record')}, the newest month first. Analytics keeps them indefinitely.{' '}
          <AnalyticsLink user={user} part="bills" />
        </>
      }
      none={{ title: 'No bills', why: 'Nothing was billed for the user.' }}
    />
  )
}

function cellsOf(bill: BillRow | undefined, currency: string) {
  if (bill === undefined) return null
  return [
    formatMonth(bill.month),
    <Truncated key="item" text={bill.item} />,
    <Truncated key="name" text={bill.name} />,
    formatMoney(bill.cents, currency),
  ]
}
