import type { Claim } from '../effects.ts'
import type { Blocker } from '../findings.ts'
import { ownRules } from '../inventory.ts'
import { accountAdministrators, type StepDefinition } from '../step.ts'
import { afterDeletion } from './afterDeletion.ts'
import { lastPrimaryBlockers, otherProducts, providerBlockers } from './deactivate.ts'
import { leftEmptyWarnings } from './leaveGroups.ts'

const lostWithTheAccount = ['profile', 'meeting', 'contact'] as const
const lostWithTheExtension = [
  'voicemailMessage',
  'greeting',
  'voicemailNotification',
  'callerId',
  'forwardingRule',
  'emergencyAddress',
  'preference',
  'ringGroup',
  'callQueue',
  'callLog',
] as const

/**
 * Deletes the account: meetings and contacts go with it for good; call data and preferences are removed from the PBX,
 * while other people still see their calls with the person (article, overview and "What about my user's data?").
 * What a reset has left on the extension is no longer the account's and stays.
 */
export const deleteAccount: StepDefinition<'delete'> = {
  kind: 'delete',
  subjects: ['person'],
  title: () => 'Delete the account',
  after: ['archiveVoicemail', 'removeLicence', 'deactivate', 'assignProfile'],
  destructive: () => true,
  reversibility: () => 'irreversible',
  roles: accountAdministrators,
  actionsOf: ({ inventory, choices }) =>
    choices.delete && inventory.user.status !== 'DELETED'
      ? [
          {
            kind: 'delete',
            userId: inventory.user.id,
            devicesOn: choices.reset && choices.assignProfile === null ? (inventory.extension?.id ?? null) : null,
          },
        ]
      : [],
  blockersOf: (input) => {
    const { inventory, choices } = input
    if (!choices.delete) return []
    const blockers: Blocker[] =
      choices.status === 'deactivate' ? [] : [...lastPrimaryBlockers(input), ...providerBlockers(input)]
    if (!choices.removeLicence && inventory.licences.length > 0) {
      blockers.push({
        code: 'LICENCE_BEFORE_DELETE',
        message: 'A license is still assigned; deleting now can make the number impossible to reassign.',
        remedy: 'Remove the license in the same plan.',
      })
    }
    if (inventory.user.legalHold !== null) {
      blockers.push({
        code: 'LEGAL_HOLD',
        message: 'The account is under a legal hold and cannot be deleted.',
        remedy: 'Deactivate it instead.',
      })
    }
    return blockers
  },
  warningsOf: (input) => (input.choices.reset || input.choices.leaveGroups ? [] : leftEmptyWarnings(input)),
  claimsOf: (input) => {
    const { inventory, choices } = input
    const gone = (what: Claim['what']): Claim => ({
      what,
      fate: 'removed',
      ...afterDeletion(input, what),
      step: 'delete',
    })
    const claims: Claim[] = [
      { what: 'signIn', fate: 'removed', where: 'No login access', seenBy: 'Nobody', step: 'delete' },
      ...lostWithTheAccount.map(gone),
      ...otherProducts(input, 'delete'),
    ]
    if (choices.assignProfile === null) {
      claims.push({ what: 'device', fate: 'frozen', where: 'Retired', seenBy: 'Administrators', step: 'delete' })
    }
    if (choices.reset || inventory.extension === null) return claims
    claims.push({
      what: 'extension',
      fate: 'kept',
      where: 'Free to reassign',
      seenBy: 'Administrators',
      step: 'delete',
    })
    for (const what of lostWithTheExtension) {
      if (what === 'voicemailMessage' && choices.voicemail.kind === 'forward') continue
      if (what === 'forwardingRule' && choices.forwardCalls !== null) continue
      if ((what === 'ringGroup' || what === 'callQueue') && choices.leaveGroups) continue
      claims.push({ ...gone(what), ...(what === 'forwardingRule' ? { only: ownRules(inventory) } : {}) })
    }
    return claims
  },
}
