import { anyAdministrator, type StepDefinition } from '../step.ts'
import { emergencyOnly } from './deactivate.ts'

/** Before deactivate: a license left on a deactivated user becomes a suspended one (8x8, "Failed saving user settings"). */
export const removeLicence: StepDefinition<'removeLicence'> = {
  kind: 'removeLicence',
  subjects: ['person'],
  title: () => 'Remove the licenses',
  after: ['archiveVoicemail', 'number', 'reset'],
  destructive: () => true,
  reversibility: () => 'compensatable',
  roles: anyAdministrator,
  actionsOf: ({ inventory, choices }) =>
    choices.removeLicence && inventory.licences.length > 0
      ? [{ kind: 'removeLicence', userId: inventory.user.id }]
      : [],
  blockersOf: () => [],
  warningsOf: () => [],
  claimsOf: () => [
    {
      what: 'licence',
      fate: 'moved',
      where: 'Back in the pool, free to assign; still billed',
      seenBy: 'Administrators',
      step: 'removeLicence',
    },
    emergencyOnly('removeLicence'),
  ],
}
