import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Plan } from '../../../../shared/offboarding/plan.ts'
import type { PlanRequest } from '../../../../shared/offboarding/request.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { EffectList } from '../../components/EffectList/EffectList.tsx'
import { readable } from '../../components/EffectList/readable.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { routeQuery } from '../../data/routeQuery.ts'
import { useUndo } from './useUndo.ts'
import classes from './UndoDialog.module.css'

export type UndoDialogProps = {
  title: string
  request: Extract<PlanRequest, { kind: 'undo' }>
  onClose: () => void
}

/** The plan of an undo: what comes back, what stops it, and the button that runs exactly this plan. */
export function UndoDialog({ title, request, onClose }: UndoDialogProps) {
  // What has become of what the step took can have changed since the dialog was open last.
  const plan = useQuery({ ...routeQuery('offboarding.plan', request), staleTime: 0, gcTime: 0 })
  const undo = useUndo(request, onClose)
  const { data } = plan
  const blocked = data === undefined ? 'The plan is being made.' : (data.blockers[0]?.message ?? null)
  return (
    <Modal opened onClose={onClose} size={520} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <QueryView query={plan} failed="The plan could not be made">
        {(made) => <Outcome plan={made} />}
      </QueryView>
      {undo.isError && <ErrorAlert title="The step was not undone" error={undo.error} />}
      <div className={classes.buttons}>
        <Button variant="default" data-autofocus onClick={onClose}>
          Cancel
        </Button>
        <AllowedButton
          unavailable={blocked === null ? null : readable(blocked)}
          loading={undo.isPending}
          onClick={() => data !== undefined && undo.mutate(data)}
        >
          {title}
        </AllowedButton>
      </div>
    </Modal>
  )
}

function Outcome({ plan: { blockers, warnings, effects } }: { plan: Plan }) {
  if (blockers.length > 0)
    return (
      <div role="alert">
        <ul className={classes.findings} data-blocked>
          {blockers.map(({ message, remedy }) => (
            <li key={message}>
              <strong>{readable(message)}</strong> {remedy}
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <>
      {warnings.length > 0 && (
        <ul className={classes.findings}>
          {warnings.map(({ message, remedy }) => (
            <li key={message}>
              <strong>{readable(message)}</strong> {remedy}
            </li>
          ))}
        </ul>
      )}
      <EffectList effects={effects} />
      <p className={classes.rest}>Everything else stays as it is.</p>
    </>
  )
}
