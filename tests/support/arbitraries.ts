import * as fc from 'fast-check'
import { choices, type Choices } from '../../src/shared/offboarding/choices.ts'
import type { Inventory } from '../../src/shared/offboarding/inventory.ts'
import { anInventory } from './inventory.ts'

const few = fc.nat({ max: 3 })
const numbers = ['+12125550142', '+12125550143', '+442079460001'] as const

/** People with anything from nothing to several of each thing, in any state. */
export const anyInventory: fc.Arbitrary<Inventory> = fc
  .record({
    hasExtension: fc.boolean(),
    status: fc.constantFrom('ACTIVE', 'INACTIVE', 'DELETED'),
    signInRevoked: fc.boolean(),
    role: fc.constantFrom('primaryAdministrator', 'secondaryAdministrator', 'itAdministrator', 'none'),
    scimProvider: fc.constantFrom(null, 'Okta'),
    legalHold: fc.constantFrom(null, 'Case 7'),
    leavesOn: fc.constantFrom(null, '2026-12-01', '2026-11-01'),
    numbers: fc.subarray([...numbers]),
    porting: fc.boolean(),
    devices: few,
    licences: few,
    groups: few,
    rules: few,
    voicemails: fc.nat({ max: 500 }),
    counts: fc.nat({ max: 10_000 }),
  })
  .map((shape) => {
    const base = anInventory()
    const on = shape.hasExtension
    const many = <T>(count: number, make: (index: number) => T): T[] =>
      on ? Array.from({ length: count }, (_, index) => make(index)) : []
    return {
      ...base,
      user: { ...base.user, ...pick(shape) },
      extension: on ? base.extension : null,
      phoneNumbers: on
        ? shape.numbers.map((phoneNumber, index) => ({
            phoneNumber,
            status: shape.porting && index === 0 ? ('PORTING' as const) : ('ASSIGNED' as const),
            country: 'US',
            primary: index === 0,
            origin: 'CLAIMED' as const,
          }))
        : [],
      devices: many(shape.devices, (index) => ({
        id: `d${index}`,
        model: 'T54W',
        macAddress: `00:${index}`,
        status: 'ACTIVE' as const,
      })),
      licences: Array.from({ length: shape.licences }, (_, index) => ({ id: `l${index}`, name: 'X2', country: 'US' })),
      ringGroups: many(shape.groups, (index) => ({
        id: `g${index}`,
        name: `Group ${index}`,
        extensionNumber: `20${index}1`,
        members: 3,
      })),
      callQueues: [],
      forwardingRules: many(shape.rules, (index) => ({
        id: `f${index}`,
        condition: 'BUSY' as const,
        destinationType: 'VOICEMAIL' as const,
        destination: 'voicemail',
        enabled: true,
        setBy: 'user' as const,
      })),
      greetings: on ? base.greetings : [],
      voicemail: { ...base.voicemail, count: on ? shape.voicemails : 0, unread: 0 },
      counts: {
        ...base.counts,
        callRecord: shape.counts,
        meeting: shape.counts,
        fax: shape.counts % 7,
        callLog: on ? shape.counts : 0,
      },
    }
  })

function pick(shape: {
  status: string
  signInRevoked: boolean
  role: string
  scimProvider: string | null
  legalHold: string | null
  leavesOn: string | null
}) {
  const { status, signInRevoked, role, scimProvider, legalHold, leavesOn } = shape
  return { status, signInRevoked, role, scimProvider, legalHold, leavesOn } as Partial<
    Inventory['user']
  > as Inventory['user']
}

const targets = fc.constantFrom('1017', '1099', '1050', '1051', '1042', '7777')

const hire = { userName: 'new.hire', firstName: 'New', lastName: 'Hire', primaryEmail: 'new.hire@example.com' }
const anyProfile = fc.constantFrom(null, { ...hire, oldRecords: 'handOver' }, { ...hire, oldRecords: 'hide' })

export const anyChoices: fc.Arbitrary<Choices> = fc
  .record({
    revokeSignIn: fc.boolean(),
    archive: fc.record({ include: fc.subarray(['calls', 'contacts', 'meetings', 'preferences', 'greetings']) }),
    voicemail: fc.oneof(
      fc.constant({ kind: 'keep' }),
      fc.constant({ kind: 'delete' }),
      targets.map((extensionNumber) => ({ kind: 'forward', extensionNumber })),
    ),
    numbers: fc.dictionary(
      fc.constantFrom(...numbers),
      fc.oneof(
        fc.constant({ kind: 'keep' }),
        fc.constant({ kind: 'release' }),
        fc.constantFrom('2026-11-01', '2027-01-31').map((until) => ({ kind: 'park', until })),
        targets.map((extensionNumber) => ({ kind: 'reassign', extensionNumber })),
      ),
      { maxKeys: 3 },
    ),
    forwardCalls: fc.constantFrom(null, '1017', '1042', '+12125550199'),
    leaveGroups: fc.boolean(),
    reset: fc.boolean(),
    removeLicence: fc.boolean(),
    status: fc.constantFrom('leave', 'deactivate', 'activate'),
    assignProfile: anyProfile,
    delete: fc.boolean(),
  })
  .map((value) => choices.parse(value))
