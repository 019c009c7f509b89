import fc from 'fast-check'
import { extensionId, userId } from '../../src/shared/ids.ts'
import { choices, type Choices } from '../../src/shared/offboarding/choices.ts'
import type { Inventory } from '../../src/shared/offboarding/inventory.ts'
import type { Operator, PlanInput, Surroundings } from '../../src/shared/offboarding/step.ts'

export const operator: Operator = { name: 'admin', role: 'primaryAdministrator' }

/** A person with one or two of everything. */
export function anInventory(change: Partial<Inventory> = {}, user: Partial<Inventory['user']> = {}): Inventory {
  return {
    user: {
      id: userId.parse('u1'),
      userName: 'dana.whitfield',
      firstName: 'Dana',
      lastName: 'Whitfield',
      primaryEmail: 'dana.whitfield@example.com',
      status: 'ACTIVE',
      signInRevoked: false,
      openSessions: 2,
      locale: 'en-US',
      timezone: 'America/New_York',
      department: 'Sales',
      jobTitle: 'Account manager',
      site: 'New York',
      role: 'none',
      scimProvider: null,
      legalHold: null,
      leavesOn: null,
      createdTime: '2024-01-01T00:00:00.000Z',
      lastUpdatedTime: '2026-01-01T00:00:00.000Z',
      ...user,
    },
    extension: {
      id: extensionId.parse('x1'),
      extensionNumber: '1042',
      fqExtensionNumber: '231042',
      externalCallerIdName: 'Dana Whitfield',
      externalCallerIdNumber: '+12125550142',
      emergencyAddress: '1 Example Plaza, New York',
      voicemailEmail: 'dana.whitfield@example.com',
      voicemailNotification: 'ATTACH_ONLY',
    },
    phoneNumbers: [
      { phoneNumber: '+12125550142', status: 'ASSIGNED', country: 'US', primary: true, origin: 'CLAIMED' },
      { phoneNumber: '+12125550143', status: 'ASSIGNED', country: 'US', primary: false, origin: 'CLAIMED' },
    ],
    devices: [{ id: 'd1', model: 'Poly VVX 450', macAddress: '00:00:5E:00:53:01', status: 'ACTIVE' }],
    licences: [{ id: 'l1', name: 'X4', country: 'US' }],
    ringGroups: [{ id: 'g1', name: 'Sales', extensionNumber: '2001', members: 5 }],
    callQueues: [{ id: 'q1', name: 'Inbound', memberType: 'PRIMARY' }],
    forwardingRules: [
      { id: 'f1', condition: 'NO_ANSWER', destinationType: 'VOICEMAIL', destination: 'voicemail', enabled: true },
    ],
    forwardedHere: [],
    greetings: [{ id: 'gr1', kind: 'unavailable', seconds: 4 }],
    voicemail: {
      count: 12,
      unread: 3,
      urgent: 1,
      bytes: 120_000,
      seconds: 240,
      oldest: '2026-10-01T10:00:00.000Z',
      newest: '2026-11-20T10:00:00.000Z',
      digest: 'a'.repeat(64),
    },
    counts: {
      preference: 7,
      callLog: 40,
      callRecord: 55,
      billingRecord: 12,
      chatMessage: 30,
      meeting: 3,
      contact: 9,
      fax: 2,
      textMessage: 5,
    },
    ...change,
  }
}

export function surroundingsOf(change: Partial<Surroundings> = {}): Surroundings {
  return {
    extensions: {
      '1017': { name: 'Marcus Reyes', status: 'ACTIVE', leavesOn: null },
      '1099': { name: null, status: 'FREE', leavesOn: null },
      '1050': { name: 'Ada Leaver', status: 'ACTIVE', leavesOn: '2026-12-01' },
      '1051': { name: 'Ben Gone', status: 'INACTIVE', leavesOn: null },
      '1042': { name: 'Dana Whitfield', status: 'ACTIVE', leavesOn: null },
    },
    activePrimaryAdministrators: 1,
    takenUserNames: [],
    ...change,
  }
}

export function planInput(change: Partial<PlanInput> = {}): PlanInput {
  return {
    inventory: anInventory(),
    choices: choices.parse({}),
    surroundings: surroundingsOf(),
    operator,
    asOf: '2026-11-23',
    ...change,
  }
}

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
    assignProfile: fc.constantFrom(null, {
      userName: 'new.hire',
      firstName: 'New',
      lastName: 'Hire',
      primaryEmail: 'new.hire@example.com',
    }),
    delete: fc.boolean(),
  })
  .map((value) => choices.parse(value))
