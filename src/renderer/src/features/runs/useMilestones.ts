import { useEffect, useRef } from 'react'
import { assertNever } from '../../../../shared/ipc/errors.ts'
import { stepsDone, type Run } from '../../../../shared/offboarding/run.ts'
import { subjectInText } from '../../../../shared/offboarding/subject.ts'
import { useAnnounce } from '../../stores/announcements.ts'

/** Says each step that is done and how the run ends; not the ticks between. */
export function useMilestones(run: Run): void {
  const announce = useAnnounce()
  const said = useRef<string | null>(null)
  const milestone = milestoneOf(run)
  useEffect(() => {
    // What was so when the page was opened is on the page; only changes are said.
    if (said.current !== null && said.current !== milestone) announce(milestone)
    said.current = milestone
  }, [announce, milestone])
}

function milestoneOf(run: Run): string {
  const { status, currentStep, subject, error } = run
  switch (status) {
    case 'running':
      return `${stepsDone(run)}. Now: ${currentStep ?? 'finishing'}.`
    case 'done':
      return `The run for ${subjectInText(subject)} is done.`
    case 'failed':
      return `The run for ${subjectInText(subject)} stopped at ${currentStep ?? 'a step'}. ${error?.message ?? ''}`.trim()
    case 'paused':
      return `The run for ${subjectInText(subject)} is paused. It can be continued.`
    case 'interrupted':
      return `The run for ${subjectInText(subject)} was interrupted. It can be continued.`
    case 'cancelled':
      return `The run for ${subjectInText(subject)} was given up.`
    default:
      return assertNever(status)
  }
}
