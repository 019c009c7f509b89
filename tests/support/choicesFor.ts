import * as fc from 'fast-check'
import type { ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import type { Inventory } from '../../src/shared/offboarding/inventory.ts'

/** Choices that fit a person, most of them without a blocker. */
export function choicesFor({ user, phoneNumbers }: Inventory, targets: readonly string[]): fc.Arbitrary<ChoicesInput> {
  const target = fc.constantFrom(...targets)
  const number = fc.oneof(
    fc.constant({ kind: 'keep' as const }),
    fc.constant({ kind: 'release' as const }),
    fc.constant({ kind: 'park' as const, until: '2027-01-31' }),
    target.map((extensionNumber) => ({ kind: 'reassign' as const, extensionNumber })),
  )
  const free = phoneNumbers.filter(({ status }) => status !== 'PORTING').map(({ phoneNumber }) => phoneNumber)
  const profile = {
    userName: `new.${user.userName}`.slice(0, 60),
    firstName: 'Noor',
    lastName: 'Hire',
    primaryEmail: 'noor.hire@example.com',
  }
  const offboarding = fc.record({
    revokeSignIn: fc.boolean(),
    archive: fc.record({
      include: fc.subarray(['calls', 'contacts', 'meetings', 'preferences', 'greetings'] as const),
    }),
    voicemail: fc.oneof(
      fc.constant({ kind: 'keep' as const }),
      fc.constant({ kind: 'delete' as const }),
      target.map((extensionNumber) => ({ kind: 'forward' as const, extensionNumber })),
    ),
    numbers: fc
      .array(number, { minLength: free.length, maxLength: free.length })
      .map((decisions) => Object.fromEntries(free.map((one, index) => [one, decisions[index]!]))),
    forwardCalls: fc.oneof(fc.constant(null), target, fc.constant('+12015550123')),
    leaveGroups: fc.boolean(),
    reset: fc.boolean(),
    removeLicence: fc.boolean(),
    status: fc.constantFrom('leave' as const, 'deactivate' as const),
    assignProfile: fc.constantFrom(null, profile),
    delete: fc.boolean(),
  })
  const activation = {
    revokeSignIn: false,
    leaveGroups: false,
    reset: false,
    removeLicence: false,
    status: 'activate' as const,
  }
  return user.status === 'INACTIVE' ? fc.oneof(offboarding, fc.constant(activation)) : offboarding
}
