import { Anchor, Button } from '@mantine/core'
import { Link } from 'wouter'
import type { CallParty, CallRow } from '../../../../shared/analytics/model.ts'
import { SideDrawer } from '../../components/Dialog/SideDrawer.tsx'
import { ExactTime } from '../../components/ExactTime/ExactTime.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { formatDateTime } from '../../format/dates.ts'
import { formatTotalDuration } from '../../format/durations.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import { useAnalyticsActions, type NamedSide } from '../../stores/analyticsView.ts'
import classes from './Analytics.module.css'
import { Outcome } from './Party.tsx'
import { namedPerson } from './sides.ts'
import { directionNames } from './words.ts'

type CallDrawerProps = { call: CallRow; onClose: () => void }

/** One call with everything that is recorded of it, and the ways on from it. */
export function CallDrawer({ call, onClose }: CallDrawerProps) {
  const { caller, callee, direction, disposition, startedAt, talkSeconds } = call
  return (
    <SideDrawer title={`Call of ${formatDateTime(startedAt)}`} size={420} onClose={onClose}>
      <div className={classes.drawer}>
        <FactList
          facts={[
            { label: 'Time', value: <ExactTime at={startedAt} /> },
            { label: 'Direction', value: directionNames[direction] },
            { label: 'Outcome', value: <Outcome disposition={disposition} /> },
            { label: 'Talk time', value: disposition === 'Answered' ? formatTotalDuration(talkSeconds) : null },
          ]}
        />
        <Side title="From" party={caller} onClose={onClose} />
        <Side title="To" party={callee} onClose={onClose} />
        {caller.userId !== null && <Between caller={caller} callee={callee} onClose={onClose} />}
      </div>
    </SideDrawer>
  )
}

function Side({ title, party, onClose }: { title: string; party: CallParty; onClose: () => void }) {
  const { userId, name, number, extension, gone } = party
  const { show } = useAnalyticsActions()
  return (
    <section aria-label={title}>
      <h3 className={classes.side}>{title}</h3>
      <FactList
        facts={[
          { label: 'Name then', value: name },
          { label: 'Number', value: formatPhoneNumber(number) },
          { label: 'Extension then', value: extension },
          { label: 'Today', value: userId === null ? 'Outside of the company' : <Today userId={userId} gone={gone} /> },
        ]}
      />
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          show('calls', { who: sideOf(party) })
          onClose()
        }}
      >
        All calls of {userId === null ? formatPhoneNumber(number) : name}
      </Button>
    </section>
  )
}

function Today({ userId, gone }: { userId: string; gone: boolean }) {
  return (
    <>
      {gone ? 'Has left the company. ' : 'In the company. '}
      <Anchor component={Link} href={`/users/${userId}`} size="sm">
        Open the person
      </Anchor>
    </>
  )
}

function Between({ caller, callee, onClose }: { caller: CallParty; callee: CallParty; onClose: () => void }) {
  const { show } = useAnalyticsActions()
  return (
    <Button
      variant="default"
      onClick={() => {
        show('calls', { who: sideOf(caller), peer: sideOf(callee) })
        onClose()
      }}
    >
      All calls between the two
    </Button>
  )
}

function sideOf({ userId, name, number, extension, gone }: CallParty): NamedSide {
  if (userId !== null) return namedPerson({ userId, name, extension, gone })
  return { side: { kind: 'number', number }, label: formatPhoneNumber(number) }
}
