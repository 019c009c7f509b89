import { extensionId, userId } from '../../src/shared/ids.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import type { Inventory } from '../../src/shared/offboarding/inventory.ts'
import type { Operator, PersonInput, Surroundings } from '../../src/shared/offboarding/step.ts'

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
      leftAt: null,
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
    callQueues: [{ id: 'q1', name: 'Inbound', memberType: 'PRIMARY', members: 4 }],
    forwardingRules: [
      {
        id: 'f1',
        condition: 'NO_ANSWER',
        destinationType: 'VOICEMAIL',
        destination: 'voicemail',
        enabled: true,
        setBy: 'user' as const,
      },
    ],
    forwardedHere: [],
    greetings: [{ id: 'gr1', kind: 'unavailable', seconds: 4 }],
    voicemail: {
      count: 12,
      unread: 3,
      urgent: 1,
      hidden: 0,
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
    retentionMonths: 12,
    takenUserNames: [],
    ...change,
  }
}

export function planInput(change: Partial<PersonInput> = {}): PersonInput {
  return {
    kind: 'person',
    inventory: anInventory(),
    choices: choices.parse({}),
    surroundings: surroundingsOf(),
    operator,
    asOf: '2026-11-23',
    ...change,
  }
}
