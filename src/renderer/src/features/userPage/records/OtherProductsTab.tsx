import type { GridColumn } from '../../../components/DataGrid/columns.ts'
import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { usePersonList, type PersonRow } from '../../../data/personLists.ts'
import { useRetention } from '../../../data/users.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import { keptUntil } from '../keptUntil.ts'
import type { TabProps } from '../tabProps.ts'
import { RecordList } from './RecordList.tsx'

const columns: readonly GridColumn<PersonRow<'person.otherRecords'>>[] = [
  { key: 'time', label: 'Time', width: 170, cell: ({ sentAt }) => formatDateTime(sentAt) },
  { key: 'kind', label: 'Kind', width: 60, cell: ({ product }) => (product === 'fax' ? 'Fax' : 'Text') },
  { key: 'with', label: 'With', width: 150, cell: ({ peerNumber }) => formatPhoneNumber(peerNumber) },
  { key: 'about', label: 'About', width: 160, share: 1, cell: ({ summary }) => <Truncated text={summary} /> },
]

/** Faxes and text messages, which go some time after the person. */
export function OtherProductsTab({ inventory: { user } }: TabProps) {
  const { head, list } = usePersonList('person.otherRecords', user.id)
  const retention = useRetention(user.id)
  const until = retention.data === undefined ? '' : keptUntil(retention.data)
  return (
    <RecordList
      label="Faxes and text messages"
      query={head}
      columns={columns}
      list={list}
      lead={`${formatQuantity(list.total, 'record')}, the newest first. ${until}`}
      none={{ title: 'No faxes and text messages', why: until }}
    />
  )
}
