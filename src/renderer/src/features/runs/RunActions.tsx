import { IconPlayerPlay, IconRefresh } from '@tabler/icons-react'
import type { Run } from '../../../../shared/offboarding/run.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { GiveUp } from './GiveUp.tsx'
import { PauseRun } from './PauseRun.tsx'
import { SaveReport } from './SaveReport.tsx'
import type { useRunCommand } from './useRun.ts'

type Command = ReturnType<typeof useRunCommand>

export type RunActionsProps = { run: Run; resume: Command; cancel: Command; abandon: Command }

/** What can be done with the run in its state. */
export function RunActions({ run, resume, cancel, abandon }: RunActionsProps) {
  switch (run.status) {
    case 'running':
      return <PauseRun run={run} cancel={cancel} />
    case 'interrupted':
    case 'paused':
    case 'failed':
      return (
        <>
          <GiveUp run={run} abandon={abandon} />
          <AllowedButton
            permission="offboard"
            leftSection={
              run.status === 'failed' ? <IconRefresh size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />
            }
            loading={resume.isPending}
            onClick={() => resume.mutate(run.id)}
          >
            {run.status === 'failed' ? 'Try again' : 'Continue'}
          </AllowedButton>
        </>
      )
    case 'done':
    case 'cancelled':
      return <SaveReport runId={run.id} />
  }
}
