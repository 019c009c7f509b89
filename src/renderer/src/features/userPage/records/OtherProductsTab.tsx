import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { useVisible } from '../../../data/pages.ts'
import { usePersonList, type PersonRow } from '../../../data/personLists.ts'
import { useRetention } from '../../../data/users.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import { keptUntil } from '../keptUntil.ts'
import type { TabProps } from '../tabProps.ts'
import { RecordList } from './RecordList.tsx'
import classes from './Records.module.css'

const columns = [{ name: 'Time' }, { name: 'Kind' }, { name: 'With' }, { name: 'About' }] as const

/** Faxes and text messages, which go some time after the person. */
export function OtherProductsTab({ inventory: { user } }: TabProps) {
  const [visible, setVisible] = useVisible()
  const { head, total, rowAt } = usePersonList('person.otherRecords', user.id, visible)
  const retention = useRetention(user.id)
  const until = retention.data === undefined ? '' : keptUntil(retention.data)
  return (
    <RecordList
      label="Faxes and text messages"
      query={head}
      columns={columns}
      layout={classes.otherProducts}
      total={total}
      onVisible={setVisible}
      cells={(index) => cellsOf(rowAt(index))}
      lead={`${formatQuantity(total, 'record')}, the newest first. ${until}`}
      none={{ title: 'No faxes and text messages', why: until }}
    />
  )
}

function cellsOf(record: PersonRow<'person.otherRecords'> | undefined) {
  if (record === undefined) return null
  return [
    formatDateTime(record.sentAt),
    record.product === 'fax' ? 'Fax' : 'Text',
    formatPhoneNumber(record.peerNumber),
    <Truncated key="summary" text={record.summary} />,
  ]
}
