import { ruleName } from '../data.ts'
import { anyAdministrator, type StepDefinition } from '../step.ts'
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
    return [...(to.startsWith('+') ? [] : targetBlockers(input, 'FORWARD', to)), ...frozenBlockers(input)]
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
