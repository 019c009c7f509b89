import { isComplete } from '../../phoneNumbers.ts'
import { ruleName } from '../data.ts'
import type { Blocker } from '../findings.ts'
import { anyAdministrator, type PersonInput, type StepDefinition } from '../step.ts'
import { targetBlockers } from '../targets.ts'
import { frozenBlockers } from './number.ts'

/** Calls to the extension go on from here; set before deactivate, because nothing can be set afterwards. */
export const forwardCalls: StepDefinition<'forwardCalls'> = {
  kind: 'forwardCalls',
  subjects: ['person'],
  title: ({ to }) => `Forward calls to ${to}`,
  after: ['number'],
  destructive: () => false,
  reversibility: () => 'compensatable',
  roles: anyAdministrator,
  actionsOf: ({ inventory, choices }) =>
    inventory.extension !== null && choices.forwardCalls !== null
      ? [{ kind: 'forwardCalls', extensionId: inventory.extension.id, to: choices.forwardCalls }]
      : [],
  blockersOf: (input) => {
    const to = input.choices.forwardCalls
    if (to === null) return []
    const refused = to.startsWith('+') ? outsideBlockers(input, to) : targetBlockers(input, 'FORWARD', to)
    return [...refused, ...frozenBlockers(input)]
  },
  warningsOf: () => [],
  claimsOf: ({ choices }) => [
    {
      what: 'forwardingRule',
      fate: 'removed',
      where: `Replaced: all calls go to ${choices.forwardCalls ?? ''}`,
      seenBy: 'Nobody',
      step: 'forwardCalls',
    },
  ],
  // Where rules are replaced, their line says where calls go.
  makesOf: ({ inventory: { extension, forwardingRules }, choices: { forwardCalls: to } }) =>
    extension === null || to === null || forwardingRules.length > 0
      ? []
      : [
          {
            what: 'forwardingRule',
            name: ruleName({ condition: 'UNCONDITIONALLY', destination: to }),
            where: `New on extension ${extension.extensionNumber}`,
            step: 'forwardCalls',
          },
        ],
}

function outsideBlockers(input: PersonInput, to: string): Blocker[] {
  if (isComplete(to)) return ownNumberBlockers(input, to)
  return [
    {
      code: 'FORWARD_NUMBER_INCOMPLETE',
      message: `Calls cannot be forwarded to ${to}: it is no complete phone number.`,
      remedy: 'Enter the whole number with its country code.',
    },
  ]
}

/** Calls that go to a number of the extension come back to it. Also when the number leaves it: whoever takes it over is named. */
function ownNumberBlockers({ inventory: { phoneNumbers } }: PersonInput, to: string): Blocker[] {
  if (!phoneNumbers.some(({ phoneNumber }) => phoneNumber === to)) return []
  return [
    {
      code: 'FORWARD_TARGET_IS_LEAVER',
      message: `Calls cannot be forwarded to ${to}: it is a number of the person who leaves, and calls would go in a circle.`,
      remedy: 'Choose the extension of an active person who stays, or another outside number.',
    },
  ]
}
