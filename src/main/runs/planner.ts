import type { UserId } from '../../shared/ids.ts'
import type { Choices } from '../../shared/offboarding/choices.ts'
import type { Inventory } from '../../shared/offboarding/inventory.ts'
import { buildPlan, type Plan } from '../../shared/offboarding/plan.ts'
import type { Operator } from '../../shared/offboarding/step.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb } from '../db/sql.ts'
import { digest } from '../digest.ts'
import type { PhoneSystem } from '../phoneSystem/port.ts'
import { readSurroundings } from './surroundingsRepository.ts'

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
  operator(): Operator
}) {
  const recent = new Map<string, Inventory>()

  async function planWithInventory(userId: UserId, choices: Choices): Promise<{ plan: Plan; inventory: Inventory }> {
    const inventory = await phoneSystem.inventory(userId)
    const asOf = clock.now().toISOString().slice(0, 10)
    const plan = buildPlan(
      { inventory, choices, surroundings: readSurroundings(db, choices), operator: operator(), asOf },
      digest,
    )
    remember(recent, plan.hash, inventory)
    return { plan, inventory }
  }
  return {
    planWithInventory,
    /** The inventory that a recent plan was made from, for showing what has changed since; null when it is not recent. */
    inventoryOf: (planHash: string): Inventory | null => recent.get(planHash) ?? null,
    plan: async (userId: UserId, choices: Choices): Promise<Plan> => (await planWithInventory(userId, choices)).plan,
  }
}

/** The wizard asks for a plan at every change; the last ones are enough to explain a drift. */
const remembered = 50

function remember(recent: Map<string, Inventory>, hash: string, inventory: Inventory): void {
  recent.delete(hash)
  recent.set(hash, inventory)
  const oldest = recent.keys().next().value
  if (recent.size > remembered && oldest !== undefined) recent.delete(oldest)
}
