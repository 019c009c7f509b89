import { Anchor } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { RunId } from '../../../../shared/ids.ts'
import type { PlanRequest } from '../../../../shared/offboarding/request.ts'
import type { RunStep } from '../../../../shared/offboarding/run.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { readable } from '../../components/EffectList/readable.ts'
import { useKeepFocus } from '../../components/PageHeader/keepFocus.ts'
import { PlanDialog } from '../../components/PlanDialog/PlanDialog.tsx'

export type UndoStepProps = {
  runId: RunId
  step: RunStep
  /** Why no step of the run can be undone yet, or null. */
  waits: string | null
}

/** The way back of one step that can be undone: a plan of its own, shown before it runs; or the way to the run that undid it. */
export function UndoStep({ runId, step, waits }: UndoStepProps) {
  const { status, reversibility, undoneBy } = step
  if (undoneBy !== null)
    return (
      <Anchor component={Link} href={`/runs/${undoneBy}`} size="xs">
        The run that undid it
      </Anchor>
    )
  if (status !== 'done' || reversibility !== 'compensatable') return null
  return <Undo runId={runId} step={step} waits={waits} />
}

function Undo({ runId, step, waits }: UndoStepProps) {
  const [planning, setPlanning] = useState(false)
  const { position, action } = step
  const request = useMemo<PlanRequest>(() => ({ kind: 'undo', runId, position }), [runId, position])
  useKeepFocus()
  const title = readable(step.title)
  return (
    <>
      <AllowedButton
        permission={action.kind === 'deactivate' ? 'changeAccounts' : 'offboard'}
        unavailable={waits}
        variant="default"
        size="compact-xs"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        aria-label={`Undo… ${title}`}
        onClick={() => setPlanning(true)}
      >
        Undo…
      </AllowedButton>
      {planning && (
        <PlanDialog title={`Undo: ${title}`} request={request} verb="Undo" onClose={() => setPlanning(false)} />
      )}
    </>
  )
}
