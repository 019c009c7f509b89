import type { Claim } from '../effects.ts'
import type { Blocker, Warning } from '../findings.ts'
import { fullName } from '../inventory.ts'
import { anyAdministrator, type ExtensionInput, type PersonInput, type StepDefinition } from '../step.ts'

/** The freed extension, with the numbers kept on it, gets a new user profile (article, "What happens to the user's phone number?"). */
export const assignProfile: StepDefinition<'assignProfile', 'person' | 'extension'> = {
  kind: 'assignProfile',
  subjects: ['person', 'extension'],
  title: ({ profile }) => `Give the extension to ${profile.firstName} ${profile.lastName}`,
  after: ['reset', 'deactivate', 'reclaimNumber'],
  destructive: () => false,
  // The new person is offboarded like anybody: their voicemail and calls may be on the extension by then.
  reversibility: () => 'counterplan',
  roles: anyAdministrator,
  actionsOf: ({ inventory: { extension }, choices }) =>
    extension !== null && choices.assignProfile !== null
      ? [{ kind: 'assignProfile', extensionId: extension.id, profile: choices.assignProfile }]
      : [],
  blockersOf: (input) => {
    const { choices, surroundings } = input
    if (choices.assignProfile === null) return []
    const taken = notFree(input)
    if (taken !== null) return [taken]
    if (!surroundings.takenUserNames.includes(choices.assignProfile.userName)) return []
    return [
      {
        code: 'USER_NAME_TAKEN',
        message: `The user name ${choices.assignProfile.userName} is taken.`,
        remedy: 'Choose another user name.',
      },
    ]
  },
  warningsOf,
  claimsOf: (input) => {
    const { choices } = input
    const name = `${choices.assignProfile?.firstName ?? ''} ${choices.assignProfile?.lastName ?? ''}`
    const where = `New profile: ${name}`
    const sees = choices.assignProfile?.oldRecords === 'hide' ? 'Administrators' : name
    const claims: Claim[] = [
      { what: 'extension', fate: 'moved', where, seenBy: 'Everyone in the company', step: 'assignProfile' },
      { what: 'device', fate: 'moved', where, seenBy: name, step: 'assignProfile' },
      {
        what: 'callLog',
        fate: 'kept',
        where: `${whoseCalls(input)}, on the extension`,
        seenBy: sees,
        step: 'assignProfile',
      },
    ]
    const kept = input.kind === 'person' ? keptByOffboarding(input) : 'The extension'
    if (kept !== null)
      claims.push({ what: 'voicemailMessage', fate: 'kept', where: kept, seenBy: sees, step: 'assignProfile' })
    return claims
  },
}

function whoseCalls(input: PersonInput | ExtensionInput): string {
  return input.kind === 'person' ? `${fullName(input.inventory.user)}'s calls` : 'Calls of who had it before'
}

/** Where the messages are when the extension is given on; null when they have left it. */
function keptByOffboarding({ choices }: PersonInput): string | null {
  return choices.voicemail.kind === 'keep' ? 'The extension, and the archive' : null
}

function notFree(input: PersonInput | ExtensionInput): Blocker | null {
  if (input.kind === 'person') {
    if (input.inventory.extension === null) {
      return {
        code: 'EXTENSION_NOT_FREE',
        message: `${fullName(input.inventory.user)} has no extension that could get a new profile.`,
        remedy: 'Choose a free extension on the Extensions & numbers page, and leave the new profile out of this plan.',
      }
    }
    if (input.choices.reset) return null
    return {
      code: 'RESET_BEFORE_ASSIGN',
      message: 'The extension still carries the old profile.',
      remedy: 'Include the reset in the plan.',
    }
  }
  const { extension, holder } = input.inventory
  if (holder === null) return null
  return {
    code: 'EXTENSION_NOT_FREE',
    message: `Extension ${extension.extensionNumber} belongs to ${holder.name}.`,
    remedy: 'Offboard that person, or choose a free extension.',
  }
}

/** Who has no license may dial emergency numbers only; the number of licenses is the vendor's to sell, and not Offhook's to give. */
function withoutLicence({ assignProfile: profile }: Pick<ExtensionInput['choices'], 'assignProfile'>): Warning[] {
  if (profile === null) return []
  return [
    {
      code: 'NEW_PROFILE_WITHOUT_LICENCE',
      message: `${profile.firstName} ${profile.lastName} has no license yet and can dial emergency numbers only.`,
      remedy: 'Assign a license in the phone system when the new person starts.',
    },
  ]
}

function warningsOf(input: PersonInput | ExtensionInput): Warning[] {
  const { voicemail, forwardingRules } = input.inventory
  const staying = input.kind === 'extension' || input.choices.voicemail.kind === 'keep' ? voicemail.count : 0
  const warnings: Warning[] = withoutLicence(input.choices)
  if (input.choices.assignProfile?.oldRecords === 'handOver' && staying > 0) {
    warnings.push({
      code: 'SHARED_EXTENSION_VOICEMAIL',
      message: `${staying} old voicemail messages stay on the extension that gets a new profile.`,
      remedy: 'Hide, forward or delete them when the new person must not hear them.',
    })
    if (voicemail.hidden > 0) {
      warnings.push({
        code: 'HIDDEN_VOICEMAIL_HANDED_OVER',
        message: `${voicemail.hidden} of them ${voicemail.hidden === 1 ? 'was' : 'were'} hidden from an earlier user of the extension.`,
        remedy: 'Hide them again, unless the new person may hear them.',
      })
    }
  }
  const { callLog } = input.inventory.counts
  if (input.choices.assignProfile?.oldRecords === 'handOver' && callLog > 0) {
    warnings.push({
      code: 'SHARED_EXTENSION_CALLS',
      message: `The new person sees ${callLog} earlier ${callLog === 1 ? 'call' : 'calls'} of the extension.`,
      remedy: 'Hide them when the new person must not see them.',
    })
  }
  const rule = forwardingRules.find(({ setBy, enabled }) => setBy === 'administrator' && enabled)
  const forwarded = (input.kind === 'person' ? input.choices.forwardCalls : null) ?? rule?.destination
  if (forwarded !== undefined) {
    warnings.push({
      code: 'CALLS_STILL_FORWARDED',
      message: `Calls to the extension are forwarded to ${forwarded}, also when it has a new profile.`,
      remedy: 'Change the forwarding when the new person starts.',
    })
  }
  return warnings
}
