import { Progress } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import type { Run } from '../../../../shared/offboarding/run.ts'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import { ProvenArchive } from './ProvenArchive.tsx'
import { ProvenCard } from './ProvenCard.tsx'
import { progressPercent, progressText } from './progress.ts'
import type { LiveProgress } from './useRun.ts'
import classes from './ArchiveCard.module.css'

/** The archive of a run: on its way, waiting, or proven. It keeps its place, so nothing jumps when it is proven. */
export function ArchiveCard({ run, live }: { run: Run; live: LiveProgress | null }) {
  const step = run.steps.find((one) => one.action.kind === 'archiveVoicemail')
  if (step === undefined) return null
  const { archiveId, manifestSha256, archive } = run
  if (archiveId !== null && manifestSha256 !== null) {
    return (
      <ProvenCard run={run} provenAt={step.finishedAt}>
        <ProvenArchive archiveId={archiveId} manifestSha256={manifestSha256} />
      </ProvenCard>
    )
  }
  return (
    <section className={classes.card} aria-labelledby="archive-title">
      <IconArchive size={20} aria-hidden />
      <div className={classes.text}>
        <h2 id="archive-title" className={classes.title}>
          {step.status === 'running' && run.status === 'running'
            ? 'Saving and proving the archive'
            : 'Archive not proven'}
        </h2>
        <Truncated text={archive ?? ''} />
        {step.status === 'running' && live !== null ? (
          <LiveBar live={live} />
        ) : (
          <p className={classes.state}>{waitingText(run)}</p>
        )}
      </div>
    </section>
  )
}

/** How much is proven while the archive is not; nothing goes on any more in a run that was given up. */
function waitingText({ status, messages: { listed, proven } }: Run): string {
  const count = `${formatCount(proven)} of ${formatQuantity(listed, 'voicemail message')}`
  if (status === 'cancelled') {
    const saved =
      listed === 0 ? 'There was no voicemail message to save.' : `${count} proven before the run was given up.`
    return `${saved} Nothing that needs the archive was done.`
  }
  const saved = listed === 0 ? 'There is no voicemail message to save.' : `${count} proven so far.`
  return `${saved} Nothing is removed before the archive is proven.`
}

function LiveBar({ live }: { live: LiveProgress }) {
  const percent = progressPercent(live.progress)
  return (
    <>
      <Progress.Root size="md" mt={8}>
        <Progress.Section
          value={percent ?? 100}
          striped={percent === null}
          animated={percent === null}
          aria-label="Progress of the archive"
        />
      </Progress.Root>
      <p className={classes.state}>{progressText(live.progress, live.rate)}</p>
    </>
  )
}
