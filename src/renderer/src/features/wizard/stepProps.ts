import type { Choices } from '../../../../shared/offboarding/choices.ts'
import type { Effect } from '../../../../shared/offboarding/effects.ts'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import type { PlanStep } from '../../../../shared/offboarding/plan.ts'

/** What every step that decides something is given. */
export type StepProps = {
  choices: Choices
  inventory: Inventory
  /** Takes a decision of this step over into the plan. */
  change: (change: Partial<Choices>) => void
  /** A decision that was begun and lacks something: why Continue must wait, or null when it is whole; kind: what was chosen. */
  setOpen: (decision: string, problem: string | null, kind?: string) => void
  /** What was chosen of a decision that lacks something; null when it is whole. */
  kindOf: (decision: string) => string | null
  /** Why Continue waits for a decision, once it was tried; null before that, and when nothing lacks. */
  problemOf: (decision: string) => string | null
  /** The day the plan counts from; null while it is made. */
  asOf: string | null
  /** What the plan says becomes of everything; null while it is made. */
  effects: readonly Effect[] | null
  /** The steps of the plan; none while it is made. */
  planned: readonly PlanStep[]
}
