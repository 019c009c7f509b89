import type { UserId } from '../ids.ts'
import type { UserStatus } from '../directory/model.ts'
import type { ActionOf, StepKind } from './action.ts'
import type { Choices, ExtensionChoices } from './choices.ts'
import type { Claim, Making } from './effects.ts'
import type { Blocker, Warning } from './findings.ts'
import type { ExtensionInventory, Inventory, MessageInventory, UndoInventory } from './inventory.ts'
import type { SubjectKind } from './request.ts'
import type { Reversibility } from './reversibility.ts'

export const operatorRoles = ['primaryAdministrator', 'secondaryAdministrator', 'itAdministrator', 'viewer'] as const
export type OperatorRole = (typeof operatorRoles)[number]
/** Who acts. userId is set when the operator is one of the directory's people. */
export type Operator = { name: string; role: OperatorRole; userId?: UserId }

/** What the plan must know of the company beyond its subject: the targets that the choices name. */
export type Surroundings = {
  /** By extension number; an extension that is not here does not exist. */
  extensions: Readonly<Record<string, { name: string | null; status: UserStatus | 'FREE'; leavesOn: string | null }>>
  activePrimaryAdministrators: number
  /** The person who is Offhook's primary administrator, when that is one of the directory's people. */
  primaryOperator?: UserId
  /** How long other products' records are kept after a person left. */
  retentionMonths: number
  /** Which of the user names in question are taken. */
  takenUserNames: readonly string[]
}

type Desk = {
  surroundings: Surroundings
  operator: Operator
  /** The day the plan is made for (UTC); periods count from it. */
  asOf: string
}

export type PersonInput = Desk & { kind: 'person'; inventory: Inventory; choices: Choices }
export type ExtensionInput = Desk & { kind: 'extension'; inventory: ExtensionInventory; choices: ExtensionChoices }
export type MessagesInput = Desk & { kind: 'messages'; inventory: MessageInventory; choices: null }
export type UndoInput = Desk & { kind: 'undo'; inventory: UndoInventory; choices: null }
/** What a plan is made from: what hangs on its subject now, and what was chosen. */
export type PlanInput = PersonInput | ExtensionInput | MessagesInput | UndoInput
export type InputOf<S extends SubjectKind> = Extract<PlanInput, { kind: S }>

/** One entry of the catalogue: everything that is known of a kind of step. */
export type StepDefinition<K extends StepKind = StepKind, S extends SubjectKind = 'person'> = {
  kind: K
  /** What a plan with such a step can be about. */
  subjects: readonly S[]
  title(action: ActionOf<K>): string
  /** Kinds that must come before it when they are in the plan. */
  after: readonly StepKind[]
  /** Destructive steps may run only behind the proven archive. */
  destructive(action: ActionOf<K>): boolean
  reversibility(action: ActionOf<K>): Reversibility
  /** Kinds that, in the same plan, leave nobody to whom its undo could give anything back; a deletion always does. */
  finalWith?: readonly StepKind[]
  roles: readonly OperatorRole[]
  /** The actions that the choices ask for; none when there is nothing to do. */
  actionsOf(input: InputOf<S>): readonly ActionOf<K>[]
  blockersOf(input: InputOf<S>): readonly Blocker[]
  warningsOf(input: InputOf<S>): readonly Warning[]
  claimsOf(input: InputOf<S>): readonly Claim[]
  makesOf?(input: InputOf<S>): readonly Making[]
}

export const anyAdministrator = ['primaryAdministrator', 'secondaryAdministrator', 'itAdministrator'] as const
/** Only a primary or secondary administrator deactivates users (article, "Deactivating the User's Account"). */
export const accountAdministrators = ['primaryAdministrator', 'secondaryAdministrator'] as const
