import type { StepKind } from './action.ts'
import { callersWarnings, forwardedHereWarnings } from './callers.ts'
import { deskBlockers } from './desk.ts'
import type { Claim } from './effects.ts'
import type { Blocker, Warning } from './findings.ts'
import { fullName } from './inventory.ts'
import type { ExtensionInput, MessagesInput, PersonInput, PlanInput } from './step.ts'
import { otherProducts } from './steps/deactivate.ts'

/** What becomes of data whatever the steps are: of somebody who has left already, other products delete in their time. */
export function generalClaims(input: PlanInput): Claim[] {
  if (input.kind !== 'person' || input.inventory.user.leftAt === null || input.choices.status === 'activate') return []
  return otherProducts(input, null)
}

/** What stops a plan beside what its steps say. */
export function generalBlockers(input: PlanInput, kinds: readonly StepKind[]): Blocker[] {
  switch (input.kind) {
    case 'person':
      return personBlockers(input, kinds)
    case 'extension':
      return kinds.length > 0 ? [] : [nothingToDo(input)]
    case 'messages':
      return goneBlockers(input)
    case 'undo':
      return []
  }
}

function nothingToDo({ inventory }: ExtensionInput): Blocker {
  return {
    code: 'NOTHING_TO_DO',
    message: `Nothing is left to do for extension ${inventory.extension.extensionNumber} with these choices.`,
    remedy: 'Choose at least one step.',
  }
}

/** What was chosen to be saved is saved whole, or not at all. */
function goneBlockers({ inventory: { gone } }: MessagesInput): Blocker[] {
  if (gone === 0) return []
  return [
    {
      code: 'MESSAGES_GONE',
      message: `${gone} of the chosen voicemail messages ${gone === 1 ? 'does' : 'do'} not exist any more.`,
      remedy: 'Load the list again, then choose again.',
    },
  ]
}

function personBlockers({ inventory, operator, surroundings }: PersonInput, kinds: readonly StepKind[]): Blocker[] {
  const name = fullName(inventory.user)
  if (inventory.user.status === 'DELETED') {
    return [
      {
        code: 'USER_DELETED',
        message: `${name} was deleted.`,
        remedy: 'Choose another person; archives of this one are on the Archives page.',
      },
    ]
  }
  if (kinds.length > 0) {
    const { primaryOperator } = surroundings
    return deskBlockers({ userId: inventory.user.id, name }, kinds, { operator, primaryOperator })
  }
  return [
    {
      code: 'NOTHING_TO_DO',
      message: `Nothing is left to do for ${name} with these choices.`,
      remedy: 'Choose at least one step.',
    },
  ]
}

/** What the administrator should know before any offboarding. */
export function generalWarnings(input: PlanInput): Warning[] {
  if (input.kind !== 'person' || input.choices.status === 'activate') return []
  const { user } = input.inventory
  const warnings: Warning[] = []
  if (user.status === 'ACTIVE' && user.leavesOn !== null && user.leavesOn > input.asOf) {
    warnings.push({
      code: 'LEAVES_LATER',
      message: `${fullName(user)} leaves on ${user.leavesOn}; this plan runs now.`,
      remedy: 'Run it on that day unless the person has already stopped working.',
    })
  }
  if (user.legalHold !== null) {
    warnings.push({
      code: 'LEGAL_HOLD_REMINDER',
      message: `A legal hold applies: ${user.legalHold}.`,
      remedy: input.choices.reset
        ? 'The reset deletes greetings and preferences: they are in the archive alone. Keep it until the hold is lifted.'
        : 'Nothing under hold is deleted. Keep the archive until the hold is lifted.',
    })
  }
  return [...warnings, ...forwardedHereWarnings(input), ...callersWarnings(input)]
}
