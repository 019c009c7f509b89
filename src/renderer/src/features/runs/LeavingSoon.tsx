import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { UserRow } from '../../../../shared/directory/model.ts'
import type { DraftId, UserId } from '../../../../shared/ids.ts'
import type { DraftRow } from '../../../../shared/offboarding/contract.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { homeQueries } from '../../data/home.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import { dayHere } from '../../../../shared/dayHere.ts'
import { useUsersViewActions } from '../../stores/usersView.ts'
import { leavingWords } from './leavingWords.ts'
import classes from './OffboardingHome.module.css'

export type LeavingSoonProps = {
  /** User names of those with an unfinished run: it stands among the runs. */
  busy: ReadonlySet<string>
  onOffboard: (userId: UserId) => void
}

/** Active people who have a day of leaving, the next one first; each is one click from an offboarding. */
export function LeavingSoon({ busy, onOffboard }: LeavingSoonProps) {
  const people = useQuery(homeQueries.leaving)
  // The first of them are there before all are counted.
  const counted = useQuery({ ...homeQueries.leavingCount, enabled: people.data?.total === null })
  const drafts = useQuery(homeQueries.drafts)
  const { clearFilters, setFilter } = useUsersViewActions()
  const [today] = useState(() => dayHere(new Date()))
  const draftOf = newestDrafts(drafts.data ?? [])
  if (people.isError) return <ErrorAlert title="Who leaves soon could not be read" error={people.error} />
  const users = people.data?.users.filter((user) => !busy.has(user.userName)) ?? []
  if (users.length === 0) return null
  const total = people.data?.total ?? counted.data?.total ?? 0
  return (
    <section className={classes.section} aria-label="Leaving soon">
      <h2 className={classes.title}>Leaving soon</h2>
      <ul className={classes.list}>
        {users.map((user) => (
          <LeavingPerson
            key={user.id}
            user={user}
            today={today}
            draft={draftOf.get(user.id) ?? null}
            onOffboard={() => onOffboard(user.id)}
          />
        ))}
      </ul>
      {total > (people.data?.users.length ?? 0) && (
        <Anchor
          component={Link}
          href="/users"
          size="xs"
          className={classes.more}
          onClick={() => {
            clearFilters()
            setFilter({ leaving: 'anyDay', status: 'ACTIVE' })
          }}
        >
          All {formatCount(total)} who leave
        </Anchor>
      )}
    </section>
  )
}

type LeavingPersonProps = { user: UserRow; today: string; draft: DraftId | null; onOffboard: () => void }

function LeavingPerson({ user, today, draft, onOffboard }: LeavingPersonProps) {
  const [, navigate] = useLocation()
  return (
    <li className={classes.sideRow}>
      <div className={classes.who}>
        <Truncated text={user.name} className={classes.name} />
        <Truncated
          text={[
            user.leavesOn === null ? '' : leavingWords(user.leavesOn, today),
            user.extension === null ? '' : `Ext. ${user.extension}`,
            formatQuantity(user.voicemails, 'voicemail'),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
          className={classes.dim}
        />
      </div>
      {draft === null ? (
        <AllowedButton
          permission="offboard"
          variant="default"
          aria-label={`Offboard ${user.name}…`}
          onClick={onOffboard}
        >
          Offboard…
        </AllowedButton>
      ) : (
        <AllowedButton
          permission="offboard"
          variant="default"
          onClick={() => navigate(`/offboard/${draft}`)}
          aria-label={`Resume the draft for ${user.name}`}
        >
          Resume
        </AllowedButton>
      )}
    </li>
  )
}

/** The offboarding that was worked on last for each person; drafts come the newest first. */
function newestDrafts(drafts: readonly DraftRow[]): ReadonlyMap<UserId | null, DraftId> {
  const offboardings = drafts.filter(({ state }) => state.preset === 'offboard')
  return new Map(offboardings.toReversed().map(({ id, state }) => [state.userId, id]))
}
