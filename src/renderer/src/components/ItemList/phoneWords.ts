import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'

type Rule = Inventory['forwardingRules'][number]

export const numberStatusNames = {
  ASSIGNED: 'Assigned',
  AVAILABLE: 'Available',
  PORTING: 'Porting',
  PARKED: 'Parked',
  RELEASED: 'Released',
} as const

/** BINDED is 8x8's spelling (Administration API, devices). */
export const deviceStatusNames = {
  BINDED: 'Bound',
  AVAILABLE: 'Available',
  RETIRED: 'Retired',
  ACTIVE: 'Active',
  RESERVED: 'Reserved',
} as const

const conditionNames = {
  UNCONDITIONALLY: 'All calls',
  BUSY: 'When busy',
  NO_ANSWER: 'No answer',
  OUTAGE: 'On outage',
} as const

/** A forwarding rule in words: "No answer to extension 1043". */
export function ruleInWords({ condition, destinationType, destination }: Rule): string {
  return `${conditionNames[condition]} to ${destinationInWords(destinationType, destination)}`
}

function destinationInWords(type: Rule['destinationType'], destination: string): string {
  switch (type) {
    case 'EXTENSION_NUMBER':
      return `extension ${destination}`
    case 'EXTERNAL_NUMBER':
      return formatPhoneNumber(destination)
    case 'VOICEMAIL':
      return 'voicemail'
  }
}
