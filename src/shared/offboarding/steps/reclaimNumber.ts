import type { ActionOf } from '../action.ts'
import type { Claim } from '../effects.ts'
import type { Blocker } from '../findings.ts'
import { anyAdministrator, type ExtensionInput, type StepDefinition } from '../step.ts'
import { onExtension, unattendedWarning } from '../targets.ts'
import { frozenBlockers } from './number.ts'

/** A number that is on no extension comes back to one: parked, unused, or given back less than 90 days ago. */
export const reclaimNumber: StepDefinition<'reclaimNumber', 'extension'> = {
  kind: 'reclaimNumber',
  subjects: ['extension'],
  title: ({ phoneNumber, from, extensionNumber }) =>
    from === 'AVAILABLE'
      ? `Assign ${phoneNumber} to extension ${extensionNumber}`
      : `Reclaim ${phoneNumber} for extension ${extensionNumber}`,
  after: ['number'],
  destructive: () => false,
  reversibility: () => 'compensatable',
  roles: anyAdministrator,
  actionsOf: ({ inventory: { extension, asked } }) =>
    asked.flatMap(({ phoneNumber, status }): ActionOf<'reclaimNumber'>[] =>
      status === 'ASSIGNED' || status === 'PORTING'
        ? []
        : [
            {
              kind: 'reclaimNumber',
              extensionId: extension.id,
              extensionNumber: extension.extensionNumber,
              phoneNumber,
              from: status,
            },
          ],
    ),
  blockersOf: (input) => {
    const { reclaim } = input.choices
    if (reclaim.length === 0) return []
    return [...reclaim.flatMap((phoneNumber) => numberBlockers(input, phoneNumber)), ...frozenBlockers(input)]
  },
  warningsOf: (input) =>
    isUnattended(input) ? [unattendedWarning(input.choices.reclaim, input.inventory.extension.extensionNumber)] : [],
  claimsOf: (input) =>
    input.inventory.asked.map(({ phoneNumber }): Claim => ({
      what: 'phoneNumber',
      only: [phoneNumber],
      fate: 'moved',
      ...onExtension(input.inventory.extension.extensionNumber, isUnattended(input)),
      step: 'reclaimNumber',
    })),
}

function isUnattended({ inventory: { holder }, choices: { reclaim, assignProfile } }: ExtensionInput): boolean {
  return reclaim.length > 0 && holder === null && assignProfile === null
}

function numberBlockers({ inventory, asOf }: ExtensionInput, phoneNumber: string): Blocker[] {
  const number = inventory.asked.find((one) => one.phoneNumber === phoneNumber)
  if (number === undefined) {
    return [
      {
        code: 'NUMBER_UNKNOWN',
        message: `${phoneNumber} is not a number of this company.`,
        remedy: 'Choose a number of the list.',
      },
    ]
  }
  if (number.status === 'ASSIGNED' || number.status === 'PORTING') {
    return [
      {
        code: 'NUMBER_NOT_FREE',
        message: `${phoneNumber} is on an extension.`,
        remedy: 'Reassign it from there.',
      },
    ]
  }
  const { reclaimableUntil } = number
  if (number.status !== 'RELEASED' || (reclaimableUntil !== null && reclaimableUntil >= asOf)) return []
  return [
    {
      code: 'NUMBER_RECLAIM_OVER',
      message: `${phoneNumber} was given back and could be reclaimed until ${reclaimableUntil ?? 'now'} only.`,
      remedy: 'Order another number from the carrier.',
    },
  ]
}
