import { dayHere } from '../../dayHere.ts'
import { retentionEnd } from '../../retention/rules.ts'
import type { StepKind } from '../action.ts'
import type { Blocker, Warning } from '../findings.ts'
import { fullName } from '../inventory.ts'
import type { Claim } from '../effects.ts'
import { accountAdministrators, type PersonInput, type StepDefinition } from '../step.ts'

/** No sign-in, settings frozen; an active device can still dial an emergency number and nothing else (article, "Deactivating the User's Account"). */
export const deactivate: StepDefinition<'deactivate'> = {
  kind: 'deactivate',
  subjects: ['person'],
  title: () => 'Deactivate the user',
  after: ['archiveVoicemail', 'number', 'forwardCalls', 'removeLicence'],
  destructive: () => true,
  reversibility: () => 'compensatable',
  roles: accountAdministrators,
  actionsOf: ({ inventory, choices }) =>
    choices.status === 'deactivate' && inventory.user.status === 'ACTIVE'
      ? [{ kind: 'deactivate', userId: inventory.user.id }]
      : [],
  blockersOf: (input) =>
    input.choices.status === 'deactivate' ? [...lastPrimaryBlockers(input), ...providerBlockers(input)] : [],
  warningsOf,
  claimsOf: (input) => [
    { what: 'signIn', fate: 'removed', where: 'No login access', seenBy: 'Nobody', step: 'deactivate' },
    {
      what: 'profile',
      fate: 'frozen',
      where: 'Directory, deactivated; can be activated again',
      seenBy: 'Administrators',
      step: 'deactivate',
    },
    ...insideOfAccount('deactivate'),
    emergencyOnly('deactivate'),
    ...otherProducts(input, 'deactivate'),
  ],
}

function warningsOf({ inventory, choices }: PersonInput): Warning[] {
  const warnings: Warning[] = []
  if (!choices.removeLicence && inventory.licences.length > 0) {
    warnings.push({
      code: 'LICENCE_SUSPENDED',
      message: 'The license stays on the deactivated user as a suspended license.',
      remedy: 'Remove the license in the same plan.',
    })
  }
  const active = inventory.devices.filter((device) => device.status === 'ACTIVE' || device.status === 'BINDED')
  // A deletion retires them, and a new profile gets them.
  if (active.length > 0 && !choices.delete && choices.assignProfile === null) {
    warnings.push({
      code: 'DEVICE_STILL_ACTIVE',
      message: `${active.map((device) => device.model).join(', ')} can still dial emergency numbers.`,
      remedy: 'Collect the device when nobody should use it.',
    })
  }
  return warnings
}

/** What lies in the account stays there; whether the person sees it goes with the sign-in. */
export function insideOfAccount(step: StepKind, seenBy = 'Administrators'): Claim[] {
  return (['meeting', 'contact'] as const).map((what) => ({
    what,
    fate: 'kept',
    where: 'The account',
    seenBy,
    step,
  }))
}

/** Without an active, licensed user of its extension a device can dial an emergency number and nothing else. */
export function emergencyOnly(step: StepKind): Claim {
  const where = 'Can dial emergency numbers only'
  return { what: 'device', fate: 'frozen', where, seenBy: 'Administrators', step }
}

/** Without a primary administrator nobody could undo anything. Who cannot act any more is not one of the active ones. */
export function lastPrimaryBlockers({ inventory: { user }, surroundings }: PersonInput): Blocker[] {
  const counted = user.status === 'ACTIVE' && !user.signInRevoked ? 1 : 0
  if (user.role !== 'primaryAdministrator' || surroundings.activePrimaryAdministrators > counted) return []
  return [
    {
      code: 'LAST_PRIMARY_ADMINISTRATOR',
      message: `${fullName(user)} is the last primary administrator.`,
      remedy: 'Hand the role over to another person first.',
    },
  ]
}

/** A status that an identity provider owns is set back by its next synchronization (SCIM). */
export function providerBlockers({ inventory }: PersonInput): Blocker[] {
  const { scimProvider } = inventory.user
  if (scimProvider === null) return []
  return [
    {
      code: 'IDENTITY_PROVIDER_OWNS_STATUS',
      message: `The account status is owned by ${scimProvider}.`,
      remedy: `Deactivate the person in ${scimProvider}, and leave the status unchanged in this plan.`,
    },
  ]
}

/** Faxes and text messages live in other products; they are deleted when the period since the person left is over. Nothing under hold is. */
export function otherProducts(
  { inventory, surroundings, asOf }: PersonInput,
  step: 'deactivate' | 'delete' | null,
): Claim[] {
  const { legalHold, leftAt } = inventory.user
  const held = legalHold !== null
  const leftOn = leftAt === null ? asOf : dayHere(new Date(leftAt))
  return (['fax', 'textMessage'] as const).map((what) => ({
    what,
    fate: held ? 'kept' : 'removedOn',
    where: held ? 'Other products, as long as the legal hold applies' : 'Other products',
    ...(!held && { until: retentionEnd(leftOn, surroundings.retentionMonths) }),
    seenBy: 'Administrators',
    step,
  }))
}
