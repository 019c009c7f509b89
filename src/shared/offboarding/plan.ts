import { z } from 'zod'
import { day, sha256 } from '../ids.ts'
import { action, type Action, type StepKind } from './action.ts'
import { catalogue, reversibilityOf } from './catalogue.ts'
import { choices, extensionChoices } from './choices.ts'
import { effect, effectsFrom } from './effects.ts'
import { blocker, warning, type Blocker } from './findings.ts'
import { generalBlockers, generalClaims, generalWarnings } from './general.ts'
import type { SubjectKind } from './request.ts'
import type { Operator, PlanInput, StepDefinition } from './step.ts'
import { reversibilities } from './reversibility.ts'
import { subject } from './subject.ts'
import { subjectOf } from './subjectOf.ts'

export const planStep = z.object({
  kind: z.string(),
  title: z.string(),
  reversibility: z.enum(reversibilities),
  destructive: z.boolean(),
  action,
})
export type PlanStep = z.infer<typeof planStep>

const content = z.object({
  hash: sha256,
  asOf: day,
  subject,
  /** As they were asked for; null where there are none. */
  choices: z.union([choices, extensionChoices]).nullable(),
  /** Digest of the inventory that the plan was made from; another one at execution is drift. */
  inventoryDigest: sha256,
  steps: z.array(planStep),
  effects: z.array(effect),
  blockers: z.array(blocker),
  warnings: z.array(warning),
})

/** The one value that preview, run, report, command line and audit show. */
export const plan = z.preprocess(withSubject, content)
export type Plan = z.infer<typeof plan>

/** Plans that were stored when every plan was about a person say so in their own words. */
function withSubject(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('person' in stored)) return stored
  const { person, ...others } = stored
  return { ...others, subject: { kind: 'person', ...(person as object) } }
}

/** SHA-256 (hex) of a value's canonical JSON (RFC 8785); given by the caller because shared code has no crypto. */
export type Digest = (value: unknown) => string

/**
 * The only place that knows order, dependencies, roles and consequences. Pure: equal inputs give equal plans, and the
 * hash depends on nothing but the plan's content and the inventory.
 */
export function buildPlan(input: PlanInput, digest: Digest): Plan {
  const possible = catalogue.filter((definition) => definition.subjects.includes(input.kind))
  const taken = possible.flatMap((definition) => stepsOf(definition, input))
  const kinds = taken.map((step) => step.action.kind)
  const steps = taken.map((step): PlanStep => ({ ...step, reversibility: reversibilityOf(step.action, kinds) }))
  const chosen = possible.filter((definition) => steps.some((step) => step.kind === definition.kind))
  const made = {
    asOf: input.asOf,
    subject: subjectOf(input.inventory),
    choices: input.choices,
    inventoryDigest: digest(input.inventory),
    steps,
    effects: effectsFrom(
      input.inventory,
      [...generalClaims(input), ...chosen.flatMap((definition) => definition.claimsOf(input))],
      chosen.flatMap((definition) => definition.makesOf?.(input) ?? []),
    ),
    blockers: distinct([
      ...generalBlockers(
        input,
        steps.map((step) => step.action.kind),
      ),
      ...possible.flatMap((definition) => definition.blockersOf(input)),
      ...refusedSteps(
        steps.map((step) => step.action),
        input.operator,
      ),
    ]),
    warnings: [...generalWarnings(input), ...chosen.flatMap((definition) => definition.warningsOf(input))],
  }
  return { hash: digest(made), ...made }
}

function stepsOf(
  definition: StepDefinition<StepKind, SubjectKind>,
  input: PlanInput,
): Omit<PlanStep, 'reversibility'>[] {
  return definition.actionsOf(input).map((one: Action) => ({
    kind: definition.kind,
    title: definition.title(one),
    destructive: definition.destructive(one),
    action: one,
  }))
}

/** Two steps can be stopped by the same thing; it is said once. */
function distinct(blockers: readonly Blocker[]): Blocker[] {
  return [...new Map(blockers.map((one) => [`${one.code} ${one.message}`, one])).values()]
}

/** Whether the account goes for good: then the person is named once more by hand before it begins. */
export function deletesAccount({ steps }: Pick<Plan, 'steps'>): boolean {
  return steps.some(({ action: { kind } }) => kind === 'delete')
}

/** Whether it takes a person off the phone system, wholly or in part: the last such plan tells what became of what they had. */
export function offboards({ steps, subject: about }: Pick<Plan, 'steps' | 'subject'>): boolean {
  return about.kind === 'person' && steps.some(({ kind }) => ['reset', 'deactivate', 'delete'].includes(kind))
}

/** Whether it saves messages: then it has an archive. */
export function savesMessages({ steps }: Pick<Plan, 'steps'>): boolean {
  return steps.some(({ action: { kind } }) => kind === 'archiveVoicemail')
}

/** The steps that the operator's role may not carry out; asked when a run is planned and when it goes on. An undo is for whom its step is. */
export function refusedSteps(actions: readonly Action[], operator: Operator): Blocker[] {
  return catalogue
    .filter(({ roles }) => !roles.includes(operator.role))
    .flatMap(({ kind }) => actions.find((one) => (one.kind === 'undo' ? one.of : one.kind) === kind) ?? [])
    .map((one) => ({
      code: 'ROLE_NOT_ALLOWED',
      message: `The step "${titleOf(one)}" is not allowed to the role of ${operator.name}.`,
      remedy: 'Ask a primary or secondary administrator to run this plan, or leave this step out of it.',
    }))
}

function titleOf(one: Action): string {
  return catalogue.find(({ kind }) => kind === one.kind)?.title(one) ?? one.kind
}
