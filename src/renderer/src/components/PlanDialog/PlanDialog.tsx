import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { planTitle } from '../../../../shared/offboarding/planTitle.ts'
import type { PlanRequest } from '../../../../shared/offboarding/request.ts'
import { usePlan } from '../../data/plans.ts'
import { Dialog } from '../Dialog/Dialog.tsx'
import { UnsavedAlert } from '../Dialog/UnsavedAlert.tsx'
import { useUnsaved } from '../Dialog/useUnsaved.ts'
import { readable } from '../EffectList/readable.ts'
import { DriftAlert } from '../PlanParts/DriftAlert.tsx'
import { StartProblem } from '../PlanParts/StartProblem.tsx'
import { QueryView } from '../QueryView/QueryView.tsx'
import { SkeletonRows } from '../QueryView/SkeletonRows.tsx'
import { Truncated } from '../Truncated/Truncated.tsx'
import { PlanOutcome } from './PlanOutcome.tsx'
import { useRunPlan } from './useRunPlan.ts'
import classes from './PlanDialog.module.css'

export type PlanDialogProps = {
  title: string
  /** What is asked for; null while something has still to be chosen. */
  request: PlanRequest | null
  /** What has still to be chosen, said where the plan will stand; for requests that can be null. */
  missing?: string
  /** What the button says while there is no plan. */
  verb: string
  /** Something was typed: it goes by a button alone, not by Escape or the cross. */
  unsaved?: boolean
  /** The fields. */
  children?: ReactNode
  onClose: () => void
}

/** A plan of its own, without the wizard: what is chosen, what happens then, and the button that says both. */
export function PlanDialog({ title, request, missing, verb, unsaved = false, children, onClose }: PlanDialogProps) {
  const plan = usePlan(request)
  const run = useRunPlan({ request, plan }, onClose)
  const { asks, close } = useUnsaved(unsaved, onClose)
  const ready = request !== null && plan.data !== undefined && !plan.isPlaceholderData
  const final = plan.data?.steps.some(({ reversibility }) => reversibility === 'irreversible') === true
  const blocked = (plan.data?.blockers.length ?? 0) > 0
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready && !blocked) run.start()
  }
  return (
    <Dialog onClose={close} size={560} title={title} classNames={{ title: classes.title ?? '' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        {children}
        {run.drift !== null && <DriftAlert changes={run.drift} />}
        {run.error !== null && <StartProblem error={run.error} />}
        <section className={classes.outcome} aria-label="What happens">
          <h3 className={classes.heading}>What happens</h3>
          {request === null ? (
            <p className={classes.missing}>{missing}</p>
          ) : (
            <QueryView
              query={plan}
              failed="The plan could not be made"
              skeleton={<SkeletonRows rows={4} height={34} />}
            >
              {(data) => <PlanOutcome plan={data} busy={plan.isPlaceholderData} target={run.target} />}
            </QueryView>
          )}
        </section>
        {asks && <UnsavedAlert />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus={children === undefined || undefined}>
            {asks ? 'Discard changes' : 'Cancel'}
          </Button>
          <Button
            type="submit"
            color={final ? 'red.9' : 'petrol'}
            maw={440}
            loading={run.pending}
            disabled={!ready || blocked}
          >
            <Truncated text={request === null || plan.data === undefined ? verb : readable(planTitle(plan.data))} />
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
