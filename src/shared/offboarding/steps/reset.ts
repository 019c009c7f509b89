import type { Claim } from '../effects.ts'
import { ownRules } from '../inventory.ts'
import type { Blocker } from '../findings.ts'
import { anyAdministrator, type PersonInput, type StepDefinition } from '../step.ts'
import { afterDeletion } from './afterDeletion.ts'
import { emergencyOnly } from './deactivate.ts'

const personal = ['greeting', 'voicemailNotification', 'callerId', 'emergencyAddress', 'preference'] as const

/**
 * Reset to Default Settings: preferences are permanently deleted, old voicemail and call records remain on the
 * extension, all personal information goes off it, and it is free to reassign (article, "What about my user's data?").
 */
export const reset: StepDefinition<'reset'> = {
  kind: 'reset',
  subjects: ['person'],
  title: () => 'Reset to default settings',
  after: ['archiveVoicemail', 'voicemailDisposition', 'number', 'forwardCalls', 'leaveGroups'],
  destructive: () => true,
  reversibility: () => 'irreversible',
  roles: anyAdministrator,
  actionsOf: ({ inventory, choices }) =>
    inventory.extension !== null && choices.reset
      ? [{ kind: 'reset', userId: inventory.user.id, extensionId: inventory.extension.id }]
      : [],
  blockersOf: heldBlockers,
  warningsOf: () => [],
  claimsOf: (input) => {
    const { inventory, choices } = input
    const extension = `Extension ${inventory.extension?.extensionNumber ?? ''}`
    const claims: Claim[] = [
      { what: 'extension', fate: 'kept', where: 'Free to reassign', seenBy: 'Administrators', step: 'reset' },
      ...personal.map((what): Claim => ({
        what,
        fate: 'removed',
        ...afterDeletion(input, what),
        step: 'reset',
      })),
      { what: 'callLog', fate: 'kept', where: extension, seenBy: 'Administrators', step: 'reset' },
      emergencyOnly('reset'),
      // What a new forwarding has replaced does not come back when the forwarding is undone: the extension is free.
      {
        what: 'forwardingRule',
        only: ownRules(inventory),
        fate: 'removed',
        where: 'Permanently deleted',
        seenBy: 'Nobody',
        step: 'reset',
        fallback: true,
      },
    ]
    if (choices.voicemail.kind === 'keep') {
      claims.push({
        what: 'voicemailMessage',
        fate: 'kept',
        where: `${extension}, and the archive`,
        seenBy: 'Administrators',
        step: 'reset',
      })
    }
    return claims
  },
}

/** What a reset deletes for good and a hold covers is saved before. */
function heldBlockers({ inventory, choices }: PersonInput): Blocker[] {
  if (!choices.reset || inventory.extension === null || inventory.user.legalHold === null) return []
  const held = { greetings: inventory.greetings.length, preferences: inventory.counts.preference } as const
  const unsaved = (['greetings', 'preferences'] as const).filter(
    (kind) => held[kind] > 0 && !choices.archive.include.includes(kind),
  )
  if (unsaved.length === 0) return []
  return [
    {
      code: 'LEGAL_HOLD',
      message: `The reset deletes the ${unsaved.join(' and ')}, which are under a legal hold and not part of the archive.`,
      remedy: 'Add them to the archive, or leave the reset out.',
    },
  ]
}
