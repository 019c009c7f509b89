import type { Effect } from './effects.ts'
import type { Run } from './run.ts'
import type { StepStatus } from './stepStatus.ts'

/** Effects of a run that are told together. planned: the run has not ended. */
export type OutcomePart = { part: 'planned' | 'happened' | 'undone'; effects: readonly Effect[] }

/**
 * What became of the effects of a run's plan by its steps: those that came true, and those that an undo has taken back.
 * Where a later step was taken back, what an earlier one made of it is true again. As long as the run has not ended it is
 * the plan.
 */
export function outcomeOf({ status, plan, steps }: Pick<Run, 'status' | 'plan' | 'steps'>): OutcomePart[] {
  if (status !== 'done') return [{ part: 'planned', effects: plan.effects }]
  const told = plan.effects.map((effect) => tell(effect, steps))
  return [
    { part: 'happened', effects: told.flatMap(({ happened }) => happened ?? []) },
    ...some(
      'undone',
      told.flatMap(({ undone }) => undone ?? []),
    ),
  ]
}

function some(part: OutcomePart['part'], effects: readonly Effect[]): OutcomePart[] {
  return effects.length === 0 ? [] : [{ part, effects }]
}

function tell(effect: Effect, steps: Run['steps']): { happened?: Effect; undone?: Effect } {
  const { otherwise = [], ...last } = effect
  const decided = [last, ...otherwise.map((earlier) => ({ ...last, ...earlier }))]
  const happened = decided.find((one) => statusOf(one, steps) === 'done')
  if (happened !== undefined) return { happened }
  const undone = decided.find((one) => statusOf(one, steps) === 'undone')
  return undone === undefined ? {} : { undone }
}

/** How the step stands that decides an effect; what no step decides is so anyway. */
function statusOf({ step, items }: Effect, steps: Run['steps']): StepStatus {
  const found = steps.find(
    ({ action }) => action.kind === step && (!('phoneNumber' in action) || items.includes(action.phoneNumber)),
  )
  return found?.status ?? 'done'
}
