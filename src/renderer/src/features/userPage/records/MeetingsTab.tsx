import type { GridColumn } from '../../../components/DataGrid/columns.ts'
import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { usePersonList, type PersonRow } from '../../../data/personLists.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { formatTotalDuration } from '../../../format/durations.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import type { TabProps } from '../tabProps.ts'
import { RecordList } from './RecordList.tsx'

const columns: readonly GridColumn<PersonRow<'person.meetings'>>[] = [
  { key: 'time', label: 'Time', width: 170, cell: ({ startsAt }) => formatDateTime(startsAt) },
  { key: 'length', label: 'Length', width: 76, numeric: true, cell: lengthCell },
  { key: 'title', label: 'Title', width: 160, share: 1, cell: ({ title }) => <Truncated text={title} /> },
  {
    key: 'participants',
    label: 'Participants',
    width: 180,
    share: 1.4,
    cell: ({ participants }) => <Truncated text={participants.join(', ')} />,
  },
]

/** The person's meeting history. */
export function MeetingsTab({ inventory: { user } }: TabProps) {
  const { head, list } = usePersonList('person.meetings', user.id)
  return (
    <RecordList
      label="Meetings"
      query={head}
      columns={columns}
      list={list}
      lead={`${formatQuantity(list.total, 'meeting')}, the newest first. They are permanently deleted with the account.`}
      none={{
        title: 'No meetings',
        why: user.status === 'DELETED' ? 'Meetings were deleted with the account.' : 'The user has held no meeting.',
      }}
    />
  )
}

function lengthCell({ startsAt, endsAt }: PersonRow<'person.meetings'>) {
  return formatTotalDuration((Date.parse(endsAt) - Date.parse(startsAt)) / 1000)
}
