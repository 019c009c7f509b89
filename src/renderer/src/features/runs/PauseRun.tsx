import { IconPlayerPause } from '@tabler/icons-react'
import type { Run } from '../../../../shared/offboarding/run.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { useKeepFocus } from '../../components/PageHeader/keepFocus.ts'
import type { useRunCommand } from './useRun.ts'

/** Pauses a run; it goes away when the run stands still, paused or at its end. */
export function PauseRun({ run, cancel }: { run: Run; cancel: ReturnType<typeof useRunCommand> }) {
  useKeepFocus()
  return (
    <AllowedButton
      permission="offboard"
      variant="default"
      tip="Pauses at the next safe point. What is saved and done stays, and the run can be continued."
      leftSection={<IconPlayerPause size={16} aria-hidden />}
      loading={cancel.isPending}
      onClick={() => cancel.mutate(run.id)}
    >
      Pause
    </AllowedButton>
  )
}
