import type { AnyInventory } from '../../shared/offboarding/inventory.ts'
import type { Plan } from '../../shared/offboarding/plan.ts'
import type { PlanRequest } from '../../shared/offboarding/request.ts'
import { planDrifted } from './drift.ts'
import type { Planner } from './planner.ts'
import { blocked } from './refusals.ts'

/**
 * The plan as it is now, when it is still the one of this hash. before: the inventory that that one was made from, for
 * saying what has changed since; null when nobody knows it any more. Throws BLOCKED and PLAN_DRIFTED.
 */
export async function approvedPlan(
  planner: Planner,
  { request, planHash }: { request: PlanRequest; planHash: string },
  before: AnyInventory | null,
): Promise<{ plan: Plan; inventory: AnyInventory }> {
  const planned = await planner.planWithInventory(request)
  if (planned.plan.blockers.length > 0) throw blocked(planned.plan.blockers)
  if (planned.plan.hash !== planHash) throw planDrifted(before, planned.inventory)
  return planned
}
