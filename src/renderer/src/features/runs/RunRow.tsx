import { Tooltip } from '@mantine/core'
import { IconPlayerPlay, IconRefresh } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { isOver, stepsDone, type RunSummary } from '../../../../shared/offboarding/run.ts'
import { subjectDetail } from '../../../../shared/offboarding/subject.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { showProblem } from '../../components/ErrorAlert/showProblem.ts'
import { readable } from '../../components/EffectList/readable.ts'
import { StatusBadge } from '../../components/StatusBadge/StatusBadge.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { formatDateTime } from '../../format/dates.ts'
import { useRunCommand } from './useRun.ts'
import classes from './OffboardingHome.module.css'

/** One run: what it does to whom, how far, when, by whom; what waits can be continued from here. */
export function RunRow({ run }: { run: RunSummary }) {
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        {/* The link lies over the whole row: pointing at the cause, and the focus, show all of it. */}
        <Tooltip label={detail(run)} disabled={run.error === null}>
          <Link href={`/runs/${run.id}`} className={classes.link}>
            <Truncated text={readable(run.title)} />
          </Link>
        </Tooltip>
        {run.error === null ? (
          <Truncated text={detail(run)} className={classes.dim} />
        ) : (
          <span className={classes.problem}>{detail(run)}</span>
        )}
      </div>
      <div className={classes.state}>
        <StatusBadge status={run.status} />
        <span className={classes.when}>{formatDateTime(run.finishedAt ?? run.createdAt)}</span>
      </div>
      <span className={classes.action}>
        <ContinueButton run={run} />
      </span>
    </li>
  )
}

function detail(run: RunSummary): string {
  const { subject, status, currentStep, error, operator } = run
  const extension = shortDetail(subject)
  const steps = stepsDone(run)
  if (isOver(status)) return `${extension} · ${steps} · by ${operator}`
  if (error !== null) return `${extension} · ${error.message}`
  return `${extension} · ${steps}${currentStep === null ? '' : ` · ${status === 'running' ? 'now' : 'next'}: ${currentStep}`}`
}

function shortDetail(subject: RunSummary['subject']): string {
  return subject.extension === null ? subjectDetail(subject) : `Ext. ${subject.extension}`
}

/** Goes to the run as well: what happens then is said there. */
function ContinueButton({ run }: { run: RunSummary }) {
  const resume = useRunCommand('runs.resume')
  const [, navigate] = useLocation()
  if (run.status !== 'interrupted' && run.status !== 'paused' && run.status !== 'failed') return null
  const again = run.status === 'failed'
  // The row leaves its group as soon as the run goes on, and the callbacks of mutate go with it.
  const goOn = async (): Promise<void> => {
    const refusal = await resume.mutateAsync(run.id).then(
      () => null,
      (error: unknown) => error,
    )
    navigate(`/runs/${run.id}`)
    // Not before: a problem goes with the page on which it is shown.
    if (refusal !== null) showProblem('The run does not go on', refusal)
  }
  return (
    <AllowedButton
      permission="offboard"
      variant={run.status === 'interrupted' ? 'filled' : 'default'}
      leftSection={again ? <IconRefresh size={14} aria-hidden /> : <IconPlayerPlay size={14} aria-hidden />}
      aria-label={`${again ? 'Try again' : 'Continue'}: ${readable(run.title)}`}
      loading={resume.isPending}
      onClick={() => void goOn()}
    >
      {again ? 'Try again' : 'Continue'}
    </AllowedButton>
  )
}
