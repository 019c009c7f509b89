import type { Effect } from './effects.ts'
import { isOver, type Run } from './run.ts'
import type { StepStatus } from './stepStatus.ts'

/** Effects of a run that are told together. planned: the run has not ended. notTaken: it ended before their steps were taken. */
export type OutcomePart = { part: 'planned' | 'happened' | 'undone' | 'notTaken'; effects: readonly Effect[] }

/**
 * What became of the effects of a run's plan by its steps: those that came true, those that an undo has taken back, and
 * those whose steps were not taken. Where a later step was not taken or taken back, what an earlier one made of it is
 * true. Of a run that was given up only what steps have done is told. As long as the run has not ended it is the plan.
 */
export function outcomeOf({ status, plan, steps }: Pick<Run, 'status' | 'plan' | 'steps'>): OutcomePart[] {
  if (!isOver(status)) return [{ part: 'planned', effects: plan.effects }]
  const told = plan.effects.map((effect) => tell(effect, steps))
  const happened = told.flatMap((one) => one.happened ?? [])
  return [
    { part: 'happened', effects: happened.filter(({ step }) => status === 'done' || step !== null) },
    ...some(
      'undone',
      told.flatMap(({ undone }) => undone ?? []),
    ),
    ...some(
      'notTaken',
      told.flatMap(({ notTaken }) => notTaken ?? []),
    ),
  ]
}

function some(part: OutcomePart['part'], effects: readonly Effect[]): OutcomePart[] {
  return effects.length === 0 ? [] : [{ part, effects }]
}

type Told = { happened?: Effect; undone?: Effect; notTaken?: Effect }

function tell(effect: Effect, steps: Run['steps']): Told {
  const { otherwise = [], ...last } = effect
  const decided = [last, ...otherwise.map((earlier) => ({ ...last, ...earlier }))]
  const happened = decided.find((one) => statusOf(one, steps) === 'done')
  const undone = happened === undefined ? decided.find((one) => statusOf(one, steps) === 'undone') : undefined
  const taken = ['done', 'undone'].includes(statusOf(last, steps))
  return { ...(happened && { happened }), ...(undone && { undone }), ...(!taken && { notTaken: last }) }
}

/** How the step stands that decides an effect; what no step decides is so anyway. */
function statusOf({ step, items }: Effect, steps: Run['steps']): StepStatus {
  const found = steps.find(
    ({ action }) => action.kind === step && (!('phoneNumber' in action) || items.includes(action.phoneNumber)),
  )
  return found?.status ?? 'done'
}
