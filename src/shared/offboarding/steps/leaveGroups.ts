import type { Claim } from '../effects.ts'
import type { Warning } from '../findings.ts'
import { anyAdministrator, type PersonInput, type StepDefinition } from '../step.ts'

/** Ring groups and call queues would go on ringing a phone that nobody answers. */
export const leaveGroups: StepDefinition<'leaveGroups'> = {
  kind: 'leaveGroups',
  subjects: ['person'],
  title: () => 'Leave ring groups and call queues',
  after: ['forwardCalls'],
  destructive: () => false,
  reversibility: () => 'compensatable',
  finalWith: ['reset'],
  roles: anyAdministrator,
  actionsOf: ({ inventory, choices }) =>
    inventory.extension !== null && choices.leaveGroups && inventory.ringGroups.length + inventory.callQueues.length > 0
      ? [{ kind: 'leaveGroups', extensionId: inventory.extension.id }]
      : [],
  blockersOf: () => [],
  warningsOf: leftEmptyWarnings,
  claimsOf: (input) => {
    const about = { fate: 'removed', seenBy: 'Administrators', step: 'leaveGroups' } as const
    const only = leftEmpty(input).map(({ id }) => id)
    return (['ringGroup', 'callQueue'] as const).flatMap((what): Claim[] => [
      { ...about, what, where: 'The groups go on without the person' },
      { ...about, what, where: 'The groups have no member any more', only },
    ])
  },
}

/** Who calls a group that the person was the last member of reaches nobody. */
export function leftEmptyWarnings(input: PersonInput): Warning[] {
  return leftEmpty(input).map(({ name }) => ({
    code: 'GROUP_LEFT_EMPTY',
    message: `${name} has no other member: whoever calls it reaches nobody.`,
    remedy: 'Add a colleague to it first, or send its calls somewhere else.',
  }))
}

function leftEmpty({ inventory: { ringGroups, callQueues } }: PersonInput): { id: string; name: string }[] {
  return [...ringGroups, ...callQueues].filter(({ members }) => members === 1)
}
