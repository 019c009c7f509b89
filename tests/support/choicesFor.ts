import * as fc from 'fast-check'
import type { ChoicesInput, ExtensionChoicesInput } from '../../src/shared/offboarding/choices.ts'
import type { ExtensionInventory, Inventory } from '../../src/shared/offboarding/inventory.ts'

/** Choices that fit a person, most of them without a blocker. */
export function choicesFor({ user, phoneNumbers }: Inventory, targets: readonly string[]): fc.Arbitrary<ChoicesInput> {
  const target = fc.constantFrom(...targets)
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
    numbers: numbersFor(phoneNumbers, targets),
    forwardCalls: fc.oneof(fc.constant(null), target, fc.constant('+12015550123')),
    leaveGroups: fc.boolean(),
    reset: fc.boolean(),
    removeLicence: fc.boolean(),
    status: fc.constantFrom('leave' as const, 'deactivate' as const),
    assignProfile: profileFor(user.userName),
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

/** Choices that fit an extension, most of them without a blocker. elsewhere: numbers on no extension. */
export function choicesForExtension(
  { extension, holder, phoneNumbers }: ExtensionInventory,
  targets: readonly string[],
  elsewhere: readonly string[],
): fc.Arbitrary<ExtensionChoicesInput> {
  return fc.record({
    numbers: numbersFor(phoneNumbers, targets),
    reclaim: fc.subarray([...elsewhere], { maxLength: Math.min(2, elsewhere.length) }),
    assignProfile: holder === null ? profileFor(`on.${extension.extensionNumber}`) : fc.constant(null),
  })
}

function numbersFor(
  phoneNumbers: Inventory['phoneNumbers'],
  targets: readonly string[],
): fc.Arbitrary<ExtensionChoicesInput['numbers']> {
  const number = fc.oneof(
    fc.constant({ kind: 'keep' as const }),
    fc.constant({ kind: 'release' as const }),
    fc.constant({ kind: 'park' as const, until: '2027-01-31' }),
    fc.constantFrom(...targets).map((extensionNumber) => ({ kind: 'reassign' as const, extensionNumber })),
  )
  const free = phoneNumbers.filter(({ status }) => status !== 'PORTING').map(({ phoneNumber }) => phoneNumber)
  return fc
    .array(number, { minLength: free.length, maxLength: free.length })
    .map((decisions) => Object.fromEntries(free.map((one, index) => [one, decisions[index]!])))
}

function profileFor(before: string) {
  const profile = {
    userName: `new.${before}`.slice(0, 60),
    firstName: 'Noor',
    lastName: 'Hire',
    primaryEmail: 'noor.hire@example.com',
  }
  return fc.constantFrom(
    null,
    { ...profile, oldRecords: 'handOver' as const },
    { ...profile, oldRecords: 'hide' as const },
  )
}
