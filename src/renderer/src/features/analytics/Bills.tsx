import type { BillFilter, BillRow } from '../../../../shared/analytics/model.ts'
import { NameAndNumber } from '../../components/NameAndNumber/NameAndNumber.tsx'
import { LongList } from '../../components/LongList/LongList.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { useBills } from '../../data/analytics.ts'
import { useCurrency } from '../../data/company.ts'
import { useVisible } from '../../data/pages.ts'
import { formatMonth } from '../../format/dates.ts'
import { formatMoney } from '../../format/money.ts'
import { useAnalyticsActions, useAnalyticsRow } from '../../stores/analyticsView.ts'
import classes from './Analytics.module.css'
import { BillNote } from './BillNote.tsx'
import { ListBar } from './ListBar.tsx'
import { NothingFound } from './NothingFound.tsx'
import { Left } from './Party.tsx'
import { namedPerson } from './sides.ts'
import { Unread } from './Unread.tsx'

const columns = [{ name: 'Month' }, { name: 'Person' }, { name: 'Item' }, { name: 'Amount', numeric: true }]

/** The billing records, the newest month first. Enter or a click shows those of the person. */
export function Bills({ filter }: { filter: BillFilter }) {
  const place = useAnalyticsRow('bills')
  const [visible, setVisible] = useVisible(place[0])
  const { head, counted, total, rowAt } = useBills(filter, visible)
  const { setFilters } = useAnalyticsActions()
  const currency = useCurrency()
  if (head.data === undefined) return <Unread what="billing records" query={head} />
  return (
    <>
      <BillNote />
      <ListBar
        what="billing record"
        wanted={{ what: 'bills', filter }}
        total={counted?.records}
        sum={counted === undefined ? undefined : formatMoney(counted.cents, currency)}
        changing={head.isPlaceholderData}
      />
      <LongList
        key={JSON.stringify(filter)}
        label="Billing records"
        columns={columns}
        layout={classes.bills}
        total={total}
        busy={head.isPlaceholderData}
        selected={null}
        place={place}
        onVisible={setVisible}
        onOpen={(at) => {
          const bill = rowAt(at)
          if (bill !== undefined) setFilters({ who: namedPerson({ ...bill, extension: null }) })
        }}
        cells={(at) => {
          const bill = rowAt(at)
          return bill === undefined ? null : cellsOf(bill, currency)
        }}
        empty={<NothingFound what="billing records" />}
      />
    </>
  )
}

function cellsOf({ month, name, gone, item, cents }: BillRow, currency: string) {
  return [
    formatMonth(month),
    <NameAndNumber key="person" name={name} number={null}>
      {gone && <Left />}
    </NameAndNumber>,
    <Truncated key="item" text={item} />,
    formatMoney(cents, currency),
  ]
}
