import { ToneBadge } from '../../../components/StatusBadge/ToneBadge.tsx'
import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { useVisible } from '../../../data/pages.ts'
import { usePersonList, type PersonRow } from '../../../data/personLists.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import { RecordList } from '../records/RecordList.tsx'
import { SignInCheck } from './SignInCheck.tsx'
import type { TabProps } from '../tabProps.ts'
import recordClasses from '../records/Records.module.css'
import classes from '../UserPage.module.css'

const columns = [{ name: 'Client' }, { name: 'Signed in' }, { name: 'Ended' }] as const

/** Whether the person can sign in, and where they have. */
export function SignInTab({ inventory: { user } }: TabProps) {
  const [visible, setVisible] = useVisible()
  const { head, total, rowAt } = usePersonList('person.sessions', user.id, visible)
  return (
    <>
      <div className={classes.above}>
        <SignInCheck user={user} />
      </div>
      <RecordList
        label="Sessions"
        query={head}
        columns={columns}
        layout={recordClasses.sessions}
        total={total}
        onVisible={setVisible}
        cells={(index) => cellsOf(rowAt(index))}
        lead={`${formatQuantity(total, 'session')}, ${formatQuantity(user.openSessions, 'open', 'open')}; the newest first.`}
        none={{ title: 'No sessions', why: 'The user has never signed in.' }}
      />
    </>
  )
}

function cellsOf(session: PersonRow<'person.sessions'> | undefined) {
  if (session === undefined) return null
  return [
    <Truncated key="client" text={session.client} />,
    formatDateTime(session.startedAt),
    session.endedAt === null ? (
      <ToneBadge key="open" tone="green">
        Open
      </ToneBadge>
    ) : (
      formatDateTime(session.endedAt)
    ),
  ]
}
