import type { GridColumn } from '../../../components/DataGrid/columns.ts'
import { ToneBadge } from '../../../components/StatusBadge/ToneBadge.tsx'
import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { usePersonList, type PersonRow } from '../../../data/personLists.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import { RecordList } from '../records/RecordList.tsx'
import { SignInCheck } from './SignInCheck.tsx'
import type { TabProps } from '../tabProps.ts'
import classes from '../UserPage.module.css'

const columns: readonly GridColumn<PersonRow<'person.sessions'>>[] = [
  { key: 'client', label: 'Client', width: 160, share: 1, cell: ({ client }) => <Truncated text={client} /> },
  { key: 'startedAt', label: 'Signed in', width: 180, cell: ({ startedAt }) => formatDateTime(startedAt) },
  { key: 'endedAt', label: 'Ended', width: 180, cell: endedCell },
]

/** Whether the person can sign in, and where they have. */
export function SignInTab({ inventory: { user } }: TabProps) {
  const { head, list } = usePersonList('person.sessions', user.id)
  return (
    <>
      <div className={classes.above}>
        <SignInCheck user={user} />
      </div>
      <RecordList
        label="Sessions"
        query={head}
        columns={columns}
        list={list}
        lead={`${formatQuantity(list.total, 'session')}, ${formatQuantity(user.openSessions, 'open', 'open')}; the newest first.`}
        none={{ title: 'No sessions', why: 'The user has never signed in.' }}
      />
    </>
  )
}

function endedCell({ endedAt }: PersonRow<'person.sessions'>) {
  return endedAt === null ? <ToneBadge tone="green">Open</ToneBadge> : formatDateTime(endedAt)
}
