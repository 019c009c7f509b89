import type { AnyInventory } from '../../shared/offboarding/inventory.ts'
import type { Choices, ExtensionChoices } from '../../shared/offboarding/choices.ts'
import { buildPlan, type Plan } from '../../shared/offboarding/plan.ts'
import { dayHere } from '../../shared/dayHere.ts'
import type { PlanRequest } from '../../shared/offboarding/request.ts'
import type { Operator, PlanInput } from '../../shared/offboarding/step.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb } from '../db/sql.ts'
import { digest } from '../digest.ts'
import type { PhoneSystem } from '../phoneSystem/port.ts'
import { readUndoInventory } from './undoInventory.ts'
import { readSurroundings } from './surroundingsRepository.ts'

export type Planner = ReturnType<typeof createPlanner>

/** Makes the one plan from what hangs on its subject now. */
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
  const recent = new Map<string, AnyInventory>()

  /** The rest of what a plan is made from, read when the inventory is there: that of a large mailbox takes many turns. */
  const desk = (choices: Choices | ExtensionChoices | null) => ({
    surroundings: readSurroundings(db, choices),
    operator: operator(),
    asOf: dayHere(clock.now()),
  })

  async function inputOf(request: PlanRequest): Promise<PlanInput> {
    switch (request.kind) {
      case 'person': {
        const inventory = await phoneSystem.inventory(request.userId)
        return { ...request, ...desk(request.choices), inventory }
      }
      case 'extension': {
        const { extensionId, choices } = request
        const inventory = await phoneSystem.extensionInventory(extensionId, choices.reclaim)
        return { ...request, ...desk(choices), inventory }
      }
      case 'undo': {
        const inventory = await readUndoInventory({ db, phoneSystem }, request)
        return { kind: 'undo', choices: null, ...desk(null), inventory }
      }
      case 'messages': {
        const inventory = await phoneSystem.messageInventory(request.messageIds)
        return { kind: 'messages', choices: null, ...desk(null), inventory }
      }
    }
  }

  async function planWithInventory(request: PlanRequest): Promise<{ plan: Plan; inventory: AnyInventory }> {
    const input = await inputOf(request)
    const plan = buildPlan(input, digest)
    remember(recent, plan.hash, input.inventory)
    return { plan, inventory: input.inventory }
  }
  return {
    planWithInventory,
    /** The inventory that a recent plan was made from, for showing what has changed since; null when it is not recent. */
    inventoryOf: (planHash: string): AnyInventory | null => recent.get(planHash) ?? null,
    plan: async (request: PlanRequest): Promise<Plan> => (await planWithInventory(request)).plan,
  }
}

/** The wizard asks for a plan at every change; the last ones are enough to explain a drift. */
const remembered = 50

function remember(recent: Map<string, AnyInventory>, hash: string, inventory: AnyInventory): void {
  recent.delete(hash)
  recent.set(hash, inventory)
  const oldest = recent.keys().next().value
  if (recent.size > remembered && oldest !== undefined) recent.delete(oldest)
}
