import type { UserId } from '../../../shared/ids.ts'
import type { Choices } from '../../../shared/offboarding/choices.ts'
import type { Inventory } from '../../../shared/offboarding/inventory.ts'
import { buildPlan, type Plan } from '../../../shared/offboarding/plan.ts'
import type { Operator } from '../../../shared/offboarding/step.ts'
import type { Clock } from '../../clock.ts'
import type { ReadDb } from '../../db/sql.ts'
import { digest } from '../../digest.ts'
import type { PhoneSystem } from '../../phoneSystem/port.ts'
import { readSurroundings } from './surroundings.ts'

export type Planner = ReturnType<typeof createPlanner>

/** Makes the one plan from what hangs on the person now. */
export function createPlanner({
  db,
  phoneSystem,
  clock,
  operator,
}: {
  db: ReadDb
  phoneSystem: PhoneSystem
  clock: Clock
  operator: Operator
}) {
  async function planWithInventory(userId: UserId, choices: Choices): Promise<{ plan: Plan; inventory: Inventory }> {
    const inventory = await phoneSystem.inventory(userId)
    const asOf = clock.now().toISOString().slice(0, 10)
    const plan = buildPlan({ inventory, choices, surroundings: readSurroundings(db, choices), operator, asOf }, digest)
    return { plan, inventory }
  }
  return {
    planWithInventory,
    plan: async (userId: UserId, choices: Choices): Promise<Plan> => (await planWithInventory(userId, choices)).plan,
  }
}
