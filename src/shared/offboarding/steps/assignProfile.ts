import type { Claim } from '../effects.ts'
import { anyAdministrator, type StepDefinition } from '../step.ts'

/** The freed extension, with the numbers kept on it, gets a new user profile (article, "What happens to the user's phone number?"). */
export const assignProfile: StepDefinition<'assignProfile'> = {
  kind: 'assignProfile',
  title: ({ profile }) => `Give the extension to ${profile.firstName} ${profile.lastName}`,
  after: ['reset', 'deactivate'],
  destructive: () => false,
  reversibility: () => 'compensatable',
  roles: anyAdministrator,
  actionsOf: ({ inventory, choices }) =>
    inventory.extension !== null && choices.assignProfile !== null
      ? [{ kind: 'assignProfile', extensionId: inventory.extension.id, profile: choices.assignProfile }]
      : [],
  blockersOf: ({ choices, surroundings }) => {
    if (choices.assignProfile === null) return []
    if (!choices.reset) {
      return [
        {
          code: 'RESET_BEFORE_ASSIGN',
          message: 'The extension still carries the old profile.',
          remedy: 'Include the reset in the plan.',
        },
      ]
    }
    if (!surroundings.takenUserNames.includes(choices.assignProfile.userName)) return []
    return [
      {
        code: 'USER_NAME_TAKEN',
        message: `The user name ${choices.assignProfile.userName} is taken.`,
        remedy: 'Choose another user name.',
      },
    ]
  },
  warningsOf: () => [],
  claimsOf: ({ choices }) => {
    const name = `${choices.assignProfile?.firstName ?? ''} ${choices.assignProfile?.lastName ?? ''}`
    const claims: Claim[] = [
      {
        what: 'extension',
        fate: 'moved',
        where: `New profile: ${name}`,
        seenBy: 'Everyone in the company',
        step: 'assignProfile',
      },
    ]
    claims.push({ what: 'device', fate: 'moved', where: `New profile: ${name}`, seenBy: name, step: 'assignProfile' })
    claims.push({ what: 'callLog', fate: 'kept', where: 'The extension', seenBy: name, step: 'assignProfile' })
    if (choices.voicemail.kind === 'keep') {
      claims.push({
        what: 'voicemailMessage',
        fate: 'kept',
        where: 'The extension, and the archive',
        seenBy: name,
        step: 'assignProfile',
      })
    }
    return claims
  },
}
