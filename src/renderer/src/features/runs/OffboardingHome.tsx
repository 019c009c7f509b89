import { Button } from '@mantine/core'
import { IconPhoneOff, IconUserMinus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useStart } from '../../components/UserMenu/useStart.ts'
import { homeQueries } from '../../data/home.ts'
import { useTenant } from '../../data/tenant.ts'
import { Drafts } from './Drafts.tsx'
import { LeavingSoon } from './LeavingSoon.tsx'
import { RunGroups } from './RunGroups.tsx'
import { unfinished } from './runGroups.ts'
import classes from './OffboardingHome.module.css'

/** The first page: the runs by state, the drafts, who leaves soon, and the button that starts an offboarding. */
export function OffboardingHome() {
  const runs = useInfiniteQuery(homeQueries.runs)
  const start = useStart()
  const offboard = (
    <AllowedButton
      permission="offboard"
      size="sm"
      leftSection={<IconUserMinus size={16} aria-hidden />}
      onClick={() => start('offboard', null)}
    >
      Offboard someone
    </AllowedButton>
  )
  return (
    <>
      <PageHeader title="Offboarding" {...(runs.data !== undefined && runs.data.length > 0 && { actions: offboard })} />
      <PageBody>
        <div className={classes.columns}>
          <div className={classes.main}>
            <QueryView
              query={runs}
              failed="The runs could not be read"
              empty={{
                when: (list) => list.length === 0,
                show: <NothingYet offboard={offboard} />,
              }}
            >
              {(list) => <RunGroups runs={list} loadMore={runs.hasNextPage ? () => void runs.fetchNextPage() : null} />}
            </QueryView>
          </div>
          <div className={classes.side}>
            <Drafts />
            <LeavingSoon busy={unfinished(runs.data ?? [])} onOffboard={(userId) => start('offboard', userId)} />
          </div>
        </div>
      </PageBody>
    </>
  )
}

/** Before the first run: what Offhook does, and what comes first in a company without users. */
function NothingYet({ offboard }: { offboard: ReactNode }) {
  const empty = useTenant().data?.users === 0
  return (
    <EmptyState
      icon={<IconPhoneOff size={22} />}
      title={empty ? 'No users yet' : 'Nobody has been offboarded yet'}
      action={
        empty ? (
          <Button component={Link} href="/import" size="sm">
            Import users
          </Button>
        ) : (
          offboard
        )
      }
    >
      Offhook takes a person off the phone system step by step, and removes nothing before every voicemail is saved on
      this computer and proven.
    </EmptyState>
  )
}
