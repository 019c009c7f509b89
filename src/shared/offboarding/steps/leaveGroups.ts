import { anyAdministrator, type StepDefinition } from '../step.ts'

/** Ring groups and call queues would go on ringing a phone that nobody answers. */
export const leaveGroups: StepDefinition<'leaveGroups'> = {
  kind: 'leaveGroups',
  subjects: ['person'],
  title: () => 'Leave ring groups and call queues',
  after: ['forwardCalls'],
  destructive: () => false,
  reversibility: () => 'compensatable',
  roles: anyAdministrator,
  actionsOf: ({ inventory, choices }) =>
    inventory.extension !== null && choices.leaveGroups && inventory.ringGroups.length + inventory.callQueues.length > 0
      ? [{ kind: 'leaveGroups', extensionId: inventory.extension.id }]
      : [],
  blockersOf: () => [],
  warningsOf: () => [],
  claimsOf: () =>
    (['ringGroup', 'callQueue'] as const).map((what) => ({
      what,
      fate: 'removed',
      where: 'The groups go on without the person',
      seenBy: 'Administrators',
      step: 'leaveGroups',
    })),
}
