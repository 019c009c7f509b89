import { z } from 'zod'
import { day, sha256, userId } from '../ids.ts'
import { action, type Action } from './action.ts'
import { catalogue } from './catalogue.ts'
import { choices } from './choices.ts'
import { effect, effectsFrom } from './effects.ts'
import { blocker, warning, type Blocker } from './findings.ts'
import { fullName } from './inventory.ts'
import { generalBlockers, generalWarnings } from './general.ts'
import type { Operator, PlanInput, StepDefinition } from './step.ts'

export const planStep = z.object({
  kind: z.string(),
  title: z.string(),
  reversibility: z.enum(['compensatable', 'pivot', 'irreversible']),
  destructive: z.boolean(),
  action,
})
export type PlanStep = z.infer<typeof planStep>

/** The one value that preview, run, report, command line and audit show. */
export const plan = z.object({
  hash: sha256,
  asOf: day,
  person: z.object({ userId, name: z.string(), userName: z.string(), extension: z.string().nullable() }),
  choices,
  /** Digest of the inventory that the plan was made from; another one at execution is drift. */
  inventoryDigest: sha256,
  steps: z.array(planStep),
  effects: z.array(effect),
  blockers: z.array(blocker),
  warnings: z.array(warning),
})
export type Plan = z.infer<typeof plan>

/** SHA-256 (hex) of a value's canonical JSON (RFC 8785); given by the caller because shared code has no crypto. */
export type Digest = (value: unknown) => string

/**
 * The only place that knows order, dependencies, roles and consequences. Pure: equal inputs give equal plans, and the
 * hash depends on nothing but the plan's content and the inventory.
 */
export function buildPlan(input: PlanInput, digest: Digest): Plan {
  const steps = catalogue.flatMap((definition) => stepsOf(definition, input))
  const chosen = catalogue.filter((definition) => steps.some((step) => step.kind === definition.kind))
  const content = {
    asOf: input.asOf,
    person: personOf(input),
    choices: input.choices,
    inventoryDigest: digest(input.inventory),
    steps,
    effects: effectsFrom(
      input.inventory,
      chosen.flatMap((definition) => definition.claimsOf(input)),
    ),
    blockers: distinct([
      ...generalBlockers(input, steps.length),
      ...catalogue.flatMap((definition) => definition.blockersOf(input)),
      ...refusedSteps(
        chosen.map(({ kind }) => kind),
        input.operator,
      ),
    ]),
    warnings: [...generalWarnings(input), ...chosen.flatMap((definition) => definition.warningsOf(input))],
  }
  return { hash: digest(content), ...content }
}

function stepsOf(definition: StepDefinition, input: PlanInput): PlanStep[] {
  return definition.actionsOf(input).map((one: Action) => ({
    kind: definition.kind,
    title: definition.title(one),
    reversibility: definition.reversibility(one),
    destructive: definition.destructive(one),
    action: one,
  }))
}

/** Two steps can be stopped by the same thing; it is said once. */
function distinct(blockers: readonly Blocker[]): Blocker[] {
  return [...new Map(blockers.map((one) => [`${one.code} ${one.message}`, one])).values()]
}

function personOf({ inventory }: PlanInput): Plan['person'] {
  const { user, extension } = inventory
  return {
    userId: user.id,
    name: fullName(user),
    userName: user.userName,
    extension: extension?.extensionNumber ?? null,
  }
}

/** The steps of these kinds that the operator's role may not carry out; asked when a run is planned and when it goes on. */
export function refusedSteps(kinds: readonly string[], operator: Operator): Blocker[] {
  return catalogue
    .filter(({ kind, roles }) => kinds.includes(kind) && !roles.includes(operator.role))
    .map((definition) => ({
      code: 'ROLE_NOT_ALLOWED',
      message: `The step "${definition.kind}" is not allowed to the role of ${operator.name}.`,
      remedy: 'Ask a primary or secondary administrator to run this plan.',
    }))
}
