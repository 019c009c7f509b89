import type { ActionOf } from '../action.ts'
import type { Choices, NumberChoice } from '../choices.ts'
import { addDays } from '../dates.ts'
import type { Claim } from '../effects.ts'
import type { Blocker, Warning } from '../findings.ts'
import { firstParkDay } from '../parking.ts'
import {
  anyAdministrator,
  type ExtensionInput,
  type PersonInput,
  type StepDefinition,
  type Surroundings,
} from '../step.ts'
import { onExtension, targetBlockers, unattendedWarning } from '../targets.ts'

/** A released number can be reclaimed for 90 days (8x8, "Remove a Number"). */
export const reclaimDays = 90

/** A number belongs to an extension: it stays, moves, is parked until a date, or is given back (article, "What happens to the user's phone number?"). */
export const number: StepDefinition<'number', 'person' | 'extension'> = {
  kind: 'number',
  subjects: ['person', 'extension'],
  title: ({ phoneNumber, choice }) => `${verb(choice)} ${phoneNumber}${target(choice)}`,
  after: ['archiveVoicemail'],
  destructive: ({ choice }) => choice.kind === 'release',
  reversibility: ({ choice }) => (choice.kind === 'release' ? 'irreversible' : 'compensatable'),
  roles: anyAdministrator,
  actionsOf: ({ inventory: { phoneNumbers, extension }, choices }) =>
    phoneNumbers.flatMap(({ phoneNumber }): ActionOf<'number'>[] => {
      const choice = choices.numbers[phoneNumber]
      if (choice === undefined || choice.kind === 'keep' || extension === null) return []
      return [{ kind: 'number', extensionId: extension.id, phoneNumber, choice }]
    }),
  blockersOf: (input) =>
    decisions(input.choices).flatMap(([phoneNumber, choice]) => numberBlockers(input, phoneNumber, choice)),
  warningsOf: (input) => [...reclaimWarnings(input), ...unattendedWarnings(input), ...callerIdWarnings(input)],
  claimsOf: (input) => decisions(input.choices).flatMap(([phoneNumber, choice]) => claim(phoneNumber, choice, input)),
}

function reclaimWarnings({ choices, asOf }: PersonInput | ExtensionInput): Warning[] {
  return decisions(choices)
    .filter(([, choice]) => choice.kind === 'release')
    .map(([phoneNumber]) => ({
      code: 'NUMBER_RECLAIM_WINDOW' as const,
      message: `${phoneNumber} is given back and can be reclaimed until ${addDays(asOf, reclaimDays)} only.`,
      remedy: 'Park it instead when callers may still need it.',
    }))
}

function unattendedWarnings({ choices, surroundings }: PersonInput | ExtensionInput): Warning[] {
  return decisions(choices).flatMap(([phoneNumber, choice]) =>
    choice.kind === 'reassign' && isFree(surroundings, choice.extensionNumber)
      ? [unattendedWarning([phoneNumber], choice.extensionNumber)]
      : [],
  )
}

function isFree({ extensions }: Surroundings, extensionNumber: string): boolean {
  return extensions[extensionNumber]?.status === 'FREE'
}

/** A caller ID is a setting of the extension, which the reset alone takes away: it goes on naming a number that has left. */
function callerIdWarnings({ inventory: { extension }, choices }: PersonInput | ExtensionInput): Warning[] {
  const shown = extension?.externalCallerIdNumber ?? null
  const choice = shown === null ? undefined : choices.numbers[shown]
  if (extension === null || choice === undefined || choice.kind === 'keep') return []
  if ('reset' in choices && choices.reset) return []
  return [
    {
      code: 'CALLER_ID_LEFT_BEHIND',
      message: `Calls from extension ${extension.extensionNumber} go on showing ${shown} as their caller ID.`,
      remedy: 'Give the extension another caller ID in the phone system, or keep the number.',
    },
  ]
}

/** In the order of the numbers, so that equal choices give equal plans. */
function decisions(choices: Pick<Choices, 'numbers'>): [phoneNumber: string, choice: NumberChoice][] {
  return Object.entries(choices.numbers).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function verb(choice: NumberChoice): string {
  return { keep: 'Keep', reassign: 'Reassign', park: 'Park', release: 'Release' }[choice.kind]
}

function target(choice: NumberChoice): string {
  if (choice.kind === 'reassign') return ` to extension ${choice.extensionNumber}`
  return choice.kind === 'park' ? ` until ${choice.until}` : ''
}

function numberBlockers(input: PersonInput | ExtensionInput, phoneNumber: string, choice: NumberChoice): Blocker[] {
  const owned = input.inventory.phoneNumbers.find((one) => one.phoneNumber === phoneNumber)
  if (owned === undefined) {
    return [
      {
        code: 'NUMBER_NOT_THEIRS',
        message: `${phoneNumber} is not a number of ${input.kind === 'person' ? 'this person' : 'this extension'}.`,
        remedy: 'Remove the number from the choices.',
      },
    ]
  }
  if (choice.kind === 'keep') return []
  const blockers: Blocker[] = []
  if (owned.status === 'PORTING') {
    blockers.push({
      code: 'NUMBER_PORTING',
      message: `${phoneNumber} is being ported and cannot be changed.`,
      remedy: 'Keep it on the extension, and decide after the porting is complete.',
    })
  }
  if (choice.kind === 'park' && choice.until < firstParkDay(input.asOf)) {
    blockers.push({
      code: 'NUMBER_PARK_DATE_PAST',
      message: `${phoneNumber} cannot be parked until ${choice.until}.`,
      remedy: 'Choose a day in the future.',
    })
  }
  if (choice.kind === 'reassign') blockers.push(...targetBlockers(input, 'NUMBER', choice.extensionNumber))
  return [...blockers, ...frozenBlockers(input)]
}

/** Settings of a deactivated user cannot be changed: numbers and forwarding come before deactivate (8x8, "Deactivate users"). */
export function frozenBlockers(input: PersonInput | ExtensionInput): Blocker[] {
  const user = input.kind === 'person' ? input.inventory.user : input.inventory.holder
  if (user?.status !== 'INACTIVE') return []
  return [
    {
      code: 'SETTINGS_FROZEN',
      message: 'The settings of a deactivated user are frozen.',
      remedy: 'Activate the user first, then decide the number and the forwarding.',
    },
  ]
}

function claim(
  phoneNumber: string,
  choice: NumberChoice,
  { surroundings, asOf }: PersonInput | ExtensionInput,
): Claim[] {
  const about = { what: 'phoneNumber', only: [phoneNumber], step: 'number' } as const
  switch (choice.kind) {
    case 'keep':
      return []
    case 'reassign':
      return [
        {
          ...about,
          fate: 'moved',
          ...onExtension(choice.extensionNumber, isFree(surroundings, choice.extensionNumber)),
        },
      ]
    case 'park':
      return [
        {
          ...about,
          fate: 'frozen',
          where: 'Parked: rings nowhere; available afterwards',
          until: choice.until,
          seenBy: 'Administrators',
        },
      ]
    case 'release':
      return [
        {
          ...about,
          fate: 'removed',
          where: 'Given back to the carrier; can be reclaimed',
          until: addDays(asOf, reclaimDays),
          seenBy: 'Administrators',
        },
      ]
  }
}
