import { Button } from '@mantine/core'
import { useState } from 'react'
import type { RunSummary } from '../../../../shared/offboarding/run.ts'
import { formatCount } from '../../format/numbers.ts'
import { runGroups, type RunGroup } from './runGroups.ts'
import { RunRow } from './RunRow.tsx'
import classes from './OffboardingHome.module.css'

/** Rows of one state that are shown at first; a company with years of runs is not read whole. */
const shownAtFirst = 20

type Props = {
  runs: readonly RunSummary[]
  /** Null when these are all. What can still go on comes first, so that only ended ones are left. */
  loadMore: (() => void) | null
}

export function RunGroups({ runs, loadMore }: Props) {
  return runGroups(runs).map((group) => (
    <Group key={group.title} group={group} loadMore={group.title === 'Ended' ? loadMore : null} />
  ))
}

function Group({ group, loadMore }: { group: RunGroup; loadMore: Props['loadMore'] }) {
  const [all, setAll] = useState(false)
  const shown = all ? group.runs : group.runs.slice(0, shownAtFirst)
  return (
    <section className={classes.section} aria-label={group.title}>
      <h2 className={classes.title}>
        {group.title}{' '}
        <span className={classes.count}>
          {formatCount(group.runs.length)}
          {loadMore !== null && '+'}
        </span>
      </h2>
      <ul className={classes.list}>
        {shown.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </ul>
      {shown.length < group.runs.length && (
        <Button variant="default" className={classes.more} onClick={() => setAll(true)}>
          {loadMore === null ? `Show all ${formatCount(group.runs.length)}` : 'Show more'}
        </Button>
      )}
      {shown.length === group.runs.length && loadMore !== null && (
        <Button variant="default" className={classes.more} onClick={loadMore}>
          Show more
        </Button>
      )}
    </section>
  )
}
