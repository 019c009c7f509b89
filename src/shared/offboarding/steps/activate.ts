import { accountAdministrators, type StepDefinition } from '../step.ts'
import { destructiveChosen } from './archiveVoicemail.ts'
import { insideOfAccount } from './deactivate.ts'

/** The way back from deactivate: sign-in and settings work again (8x8 Admin Console: ⋯ → Activate User). */
export const activate: StepDefinition<'activate'> = {
  kind: 'activate',
  subjects: ['person'],
  title: () => 'Activate the user',
  after: [],
  destructive: () => false,
  // A deactivation is behind the archive, so it is never a mere undo.
  reversibility: () => 'counterplan',
  roles: accountAdministrators,
  actionsOf: ({ inventory, choices }) =>
    choices.status === 'activate' && (inventory.user.status === 'INACTIVE' || inventory.user.signInRevoked)
      ? [{ kind: 'activate', userId: inventory.user.id }]
      : [],
  blockersOf: ({ choices }) =>
    choices.status === 'activate' && (destructiveChosen(choices) || choices.revokeSignIn)
      ? [
          {
            code: 'ACTIVATE_ALONE',
            message: 'Activating cannot be combined with steps of an offboarding.',
            remedy: 'Activate the user in a plan of its own.',
          },
        ]
      : [],
  warningsOf: () => [],
  claimsOf: ({ inventory: { user }, asOf }) => {
    const over = user.leavesOn !== null && user.leavesOn < asOf
    const where = `Directory, active${over ? `; ${user.leavesOn} is not the day of leaving any more` : ''}`
    return [
      { what: 'signIn', fate: 'kept', where: 'Allowed', seenBy: 'The person', step: 'activate' },
      { what: 'profile', fate: 'kept', where, seenBy: 'Everyone in the company', step: 'activate' },
      ...insideOfAccount('activate', 'The person'),
    ]
  },
}
