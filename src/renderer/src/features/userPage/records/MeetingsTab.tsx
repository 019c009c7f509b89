import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { useVisible } from '../../../data/pages.ts'
import { usePersonList, type PersonRow } from '../../../data/personLists.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { formatTotalDuration } from '../../../format/durations.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import type { TabProps } from '../tabProps.ts'
import { RecordList } from './RecordList.tsx'
import classes from './Records.module.css'

const columns = [
  { name: 'Time' },
  { name: 'Length', numeric: true },
  { name: 'Title' },
  { name: 'Participants' },
] as const

/** The person's meeting history. */
export function MeetingsTab({ inventory: { user } }: TabProps) {
  const [visible, setVisible] = useVisible()
  const { head, total, rowAt } = usePersonList('person.meetings', user.id, visible)
  return (
    <RecordList
      label="Meetings"
      query={head}
      columns={columns}
      layout={classes.meetings}
      total={total}
      onVisible={setVisible}
      cells={(index) => cellsOf(rowAt(index))}
      lead={`${formatQuantity(total, 'meeting')}, the newest first. They are permanently deleted with the account.`}
      none={{
        title: 'No meetings',
        why: user.status === 'DELETED' ? 'Meetings were deleted with the account.' : 'The user has held no meeting.',
      }}
    />
  )
}

function cellsOf(meeting: PersonRow<'person.meetings'> | undefined) {
  if (meeting === undefined) return null
  return [
    formatDateTime(meeting.startsAt),
    formatTotalDuration((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 1000),
    <Truncated key="title" text={meeting.title} />,
    <Truncated key="participants" text={meeting.participants.join(', ')} />,
  ]
}
