import { anyAdministrator, type StepDefinition } from '../step.ts'
import { insideOfAccount, lastPrimaryBlockers } from './deactivate.ts'

/** The former user no longer has login access (article, overview); first, so that nothing changes under the archive. */
export const revokeSignIn: StepDefinition<'revokeSignIn'> = {
  kind: 'revokeSignIn',
  subjects: ['person'],
  title: () => 'Block sign-in and end open sessions',
  after: [],
  destructive: () => false,
  reversibility: () => 'compensatable',
  roles: anyAdministrator,
  actionsOf: ({ inventory, choices }) =>
    choices.revokeSignIn && !inventory.user.signInRevoked ? [{ kind: 'revokeSignIn', userId: inventory.user.id }] : [],
  blockersOf: (input) => (input.choices.revokeSignIn ? lastPrimaryBlockers(input) : []),
  warningsOf: () => [],
  claimsOf: ({ inventory }) => [
    {
      what: 'signIn',
      fate: 'removed',
      where: `Blocked; ${inventory.user.openSessions} open ${inventory.user.openSessions === 1 ? 'session ends' : 'sessions end'}`,
      seenBy: 'Nobody',
      step: 'revokeSignIn',
    },
    ...insideOfAccount('revokeSignIn'),
  ],
}
