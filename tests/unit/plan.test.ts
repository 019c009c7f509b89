import { describe, expect, it } from 'vitest'
import { digest } from '../../src/main/digest.ts'
import { choices, type ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import { addMonths } from '../../src/shared/offboarding/dates.ts'
import { buildPlan } from '../../src/shared/offboarding/plan.ts'
import type { Inventory } from '../../src/shared/offboarding/inventory.ts'
import { presetChoices } from '../../src/shared/offboarding/presets.ts'
import type { PersonInput } from '../../src/shared/offboarding/step.ts'
import { anInventory, planInput, surroundingsOf } from '../support/inventory.ts'

const planFor = (chosen: ChoicesInput, change: Partial<PersonInput> = {}) =>
  buildPlan(planInput({ choices: choices.parse(chosen), ...change }), digest)
const blockersFor = (chosen: ChoicesInput, change: Partial<PersonInput> = {}) =>
  planFor(chosen, change).blockers.map((one) => one.code)
const kinds = (chosen: ChoicesInput, change: Partial<PersonInput> = {}) =>
  planFor(chosen, change).steps.map((step) => step.kind)
const main = '+12125550142'

describe('the default offboarding', () => {
  it('takes the steps of the article in their order', () => {
    expect(kinds({})).toEqual([
      'revokeSignIn',
      'archiveVoicemail',
      'leaveGroups',
      'reset',
      'removeLicence',
      'deactivate',
    ])
  })

  it('keeps voicemail and numbers on the extension, and calls and bills in Analytics', () => {
    const { effects } = planFor({})
    const fateOf = (what: string) => effects.filter((one) => one.what === what).map((one) => one.fate)
    expect(fateOf('voicemailMessage')).toEqual(['kept'])
    expect(fateOf('phoneNumber')).toEqual(['kept'])
    expect(fateOf('callRecord')).toEqual(['kept'])
    expect(fateOf('billingRecord')).toEqual(['kept'])
    expect(fateOf('chatMessage')).toEqual(['kept'])
    expect(fateOf('preference')).toEqual(['removed'])
  })

  it('says that other products delete after twelve months', () => {
    expect(planFor({}).effects.find((one) => one.what === 'fax')).toMatchObject({
      fate: 'removedOn',
      until: '2027-11-23',
    })
  })
})

describe('the words of an effect', () => {
  it('name one thing and several as they are called', () => {
    const { counts } = anInventory()
    const labels = (fax: number) =>
      planFor({}, { inventory: anInventory({ counts: { ...counts, fax } }) }).effects.flatMap(({ what, label }) =>
        what === 'fax' ? [label] : [],
      )
    expect([labels(1), labels(2)]).toEqual([['Fax'], ['Faxes']])
    // One of two numbers moves: each line counts its own.
    const two = anInventory().phoneNumbers.map(({ phoneNumber }) => phoneNumber)
    const numbers = { [two[0]!]: { kind: 'reassign' as const, extensionNumber: '1017' } }
    const { effects } = planFor({ numbers })
    const said = effects.filter(({ what }) => what === 'phoneNumber').map(({ count, label }) => `${count} ${label}`)
    expect(said).toEqual(two.map(() => '1 Phone number'))
    expect(planFor({ reset: false }).effects.find(({ what }) => what === 'voicemailMessage')?.label).toBe(
      'Voicemail messages',
    )
  })

  it('do not say that the person still sees what lies in an account without sign-in', () => {
    const seenBy = (chosen: ChoicesInput, change: Partial<PersonInput> = {}) =>
      planFor(chosen, change).effects.find((one) => one.what === 'meeting')?.seenBy
    expect(seenBy({})).toBe('Administrators')
    expect(seenBy(presetChoices('deactivate'))).toBe('Administrators')
    expect(seenBy(presetChoices('reset'))).toBe('The person')
    expect(seenBy(presetChoices('reset'), { inventory: anInventory({}, { signInRevoked: true }) })).toBe(
      'Administrators',
    )
    expect(seenBy(presetChoices('activate'), { inventory: anInventory({}, { status: 'INACTIVE' }) })).toBe('The person')
  })

  it('say where calls go, also when there was no rule before', () => {
    const rules = (inventory: Inventory) =>
      planFor({ forwardCalls: '1017' }, { inventory }).effects.filter(({ what }) => what === 'forwardingRule')
    expect(rules(anInventory({ forwardingRules: [] }))).toMatchObject([
      { label: 'Forwarding rule', count: 1, items: ['Always to 1017'], where: 'New on extension 1042', made: true },
    ])
    expect(rules(anInventory())).toMatchObject([{ fate: 'removed', where: 'Replaced: all calls go to 1017' }])
  })
})

describe('a legal hold', () => {
  const inventory = anInventory({}, { legalHold: 'Case 7' })

  it('lets a reset delete only what is saved before', () => {
    expect(blockersFor({}, { inventory })).toEqual([])
    expect(blockersFor({ archive: { include: ['preferences'] } }, { inventory })).toEqual(['LEGAL_HOLD'])
    expect(blockersFor({ archive: { include: [] }, reset: false }, { inventory })).toEqual([])
    expect(blockersFor({ archive: { include: [] } })).toEqual([])
  })

  it('is not said to keep what the reset deletes', () => {
    const remedy = (reset: boolean) =>
      planFor({ reset }, { inventory }).warnings.find(({ code }) => code === 'LEGAL_HOLD_REMINDER')?.remedy
    expect(remedy(true)).toContain('The reset deletes greetings and preferences')
    expect(remedy(false)).toContain('Nothing under hold is deleted')
  })
})

describe('a plan for somebody who has left already', () => {
  const gone = { status: 'INACTIVE', signInRevoked: true, leftAt: '2026-10-05T08:00:00.000Z' } as const
  const faxes = (chosen: ChoicesInput, user: Partial<Inventory['user']> = {}) =>
    planFor(chosen, { inventory: anInventory({}, { ...gone, ...user }) }).effects.find(({ what }) => what === 'fax')

  it('says when other products delete: the period counts from when the person left, whatever the plan does', () => {
    for (const chosen of [{}, { status: 'leave' as const }, { delete: true }])
      expect(faxes(chosen)).toMatchObject({ fate: 'removedOn', until: '2027-10-05' })
  })

  it('does not take the person for one who is still to leave and whom everyone sees', () => {
    const leavesOn = '2026-12-03'
    const of = (user: Partial<Inventory['user']>) => planFor({}, { inventory: anInventory({}, { leavesOn, ...user }) })
    const later = (user: Partial<Inventory['user']>) => of(user).warnings.some(({ code }) => code === 'LEAVES_LATER')
    expect([later({}), later(gone)]).toEqual([true, false])
    const profile = of(gone).effects.find(({ what }) => what === 'profile')
    expect(profile).toMatchObject({ where: 'Directory, deactivated', seenBy: 'Administrators' })
  })

  it('keeps them under a legal hold, and when the person comes back', () => {
    expect(faxes({}, { legalHold: 'Case 7' })).toMatchObject({ fate: 'kept', until: null })
    expect(faxes(presetChoices('activate'))).toMatchObject({ fate: 'kept', until: null })
  })
})

describe('blockers', () => {
  it('licence before delete', () => {
    expect(blockersFor({ delete: true, removeLicence: false })).toContain('LICENCE_BEFORE_DELETE')
    expect(blockersFor({ delete: true })).toEqual([])
  })

  it('a number in porting moves nowhere', () => {
    const inventory = anInventory()
    const porting = { ...inventory, phoneNumbers: [{ ...inventory.phoneNumbers[0]!, status: 'PORTING' as const }] }
    for (const choice of [
      { kind: 'release' },
      { kind: 'park', until: '2027-01-01' },
      { kind: 'reassign', extensionNumber: '1017' },
    ] as const) {
      expect(blockersFor({ numbers: { [main]: choice } }, { inventory: porting })).toContain('NUMBER_PORTING')
    }
    expect(blockersFor({}, { inventory: porting })).toEqual([])
  })

  it('the last primary administrator stays', () => {
    const inventory = anInventory({}, { role: 'primaryAdministrator' })
    expect(blockersFor({}, { inventory })).toEqual(['LAST_PRIMARY_ADMINISTRATOR'])
    expect(blockersFor({}, { inventory, surroundings: surroundingsOf({ activePrimaryAdministrators: 2 }) })).toEqual([])
  })

  it('a former primary administrator is not taken for the last active one, who is somebody else', () => {
    const former = [{ status: 'INACTIVE', signInRevoked: true }, { signInRevoked: true }] as const
    for (const user of former) {
      const inventory = anInventory({}, { role: 'primaryAdministrator', ...user })
      expect(blockersFor({ delete: true }, { inventory })).toEqual([])
      const surroundings = surroundingsOf({ activePrimaryAdministrators: 0 })
      expect(blockersFor({ delete: true }, { inventory, surroundings })).toEqual(['LAST_PRIMARY_ADMINISTRATOR'])
    }
  })

  it('a status that an identity provider owns is left alone', () => {
    const inventory = anInventory({}, { scimProvider: 'Okta' })
    expect(blockersFor({}, { inventory })).toEqual(['IDENTITY_PROVIDER_OWNS_STATUS'])
    expect(blockersFor({ status: 'leave' }, { inventory })).toEqual([])
  })

  it.each([
    ['1042', 'IS_LEAVER'],
    ['7777', 'UNKNOWN'],
    ['1050', 'LEAVING'],
    ['1051', 'NOT_ACTIVE'],
  ])('a target %s is refused as %s', (extensionNumber, problem) => {
    expect(blockersFor({ voicemail: { kind: 'forward', extensionNumber } })).toEqual([`VOICEMAIL_TARGET_${problem}`])
    expect(blockersFor({ forwardCalls: extensionNumber })).toEqual([`FORWARD_TARGET_${problem}`])
    expect(blockersFor({ numbers: { [main]: { kind: 'reassign', extensionNumber } } })).toEqual([
      `NUMBER_TARGET_${problem}`,
    ])
  })

  it('calls are not forwarded to a number of the same extension, wherever the number goes', () => {
    for (const kept of [{}, { [main]: { kind: 'reassign' as const, extensionNumber: '1017' } }])
      expect(blockersFor({ forwardCalls: main, numbers: kept })).toEqual(['FORWARD_TARGET_IS_LEAVER'])
    expect(blockersFor({ forwardCalls: '+12125550199' })).toEqual([])
  })

  // Would catch: half of a number, which no longer can be mended once the extension is free.
  it('calls are forwarded to a whole phone number only', () => {
    for (const to of ['+121', '+121255', '+1212555013', '+121255501345', '+44207'])
      expect([to, blockersFor({ forwardCalls: to })]).toEqual([to, ['FORWARD_NUMBER_INCOMPLETE']])
    for (const to of ['+12125550134', '+442079460123', '+6834002'])
      expect([to, blockersFor({ forwardCalls: to })]).toEqual([to, []])
  })

  it('a free extension may take a number, with a word that nobody takes its calls, but no voicemail', () => {
    const free = planFor({ numbers: { [main]: { kind: 'reassign', extensionNumber: '1099' } } })
    expect(free.blockers).toEqual([])
    expect(free.warnings.map(({ message }) => message)).toContain(
      'Callers of +12125550142 reach extension 1099, which nobody has.',
    )
    expect(free.effects.find(({ what, fate }) => what === 'phoneNumber' && fate === 'moved')).toMatchObject({
      where: 'Extension 1099, which nobody has',
      seenBy: 'Administrators',
    })
    const held = planFor({ numbers: { [main]: { kind: 'reassign', extensionNumber: '1017' } } })
    expect(held.warnings.map(({ code }) => code)).not.toContain('NUMBER_TARGET_UNATTENDED')
    expect(blockersFor({ voicemail: { kind: 'forward', extensionNumber: '1099' } })).toEqual([
      'VOICEMAIL_TARGET_NOT_ACTIVE',
    ])
  })

  // Would catch: a mistyped number that is to stay, and leaves with what the rest of the plan does.
  it.each(['keep', 'release'] as const)('a number to %s that is not theirs is refused', (kind) => {
    expect(blockersFor({ numbers: { '+12125559999': { kind } } })).toEqual(['NUMBER_NOT_THEIRS'])
    expect(blockersFor({ numbers: { [main]: { kind } } })).toEqual([])
  })

  it('a deactivated user is activated before numbers and forwarding are decided', () => {
    const inventory = anInventory({}, { status: 'INACTIVE' })
    expect(blockersFor({ numbers: { [main]: { kind: 'release' } } }, { inventory })).toContain('SETTINGS_FROZEN')
    expect(blockersFor({ forwardCalls: '1017' }, { inventory })).toContain('SETTINGS_FROZEN')
  })

  it('only a primary or secondary administrator deactivates', () => {
    expect(blockersFor({}, { operator: { name: 'it', role: 'itAdministrator' } })).toEqual(['ROLE_NOT_ALLOWED'])
    expect(blockersFor({}, { operator: { name: 'second', role: 'secondaryAdministrator' } })).toEqual([])
  })

  // It named the step as the code does: "deactivate", "removeLicence".
  it('a step that the role does not allow is named as it is everywhere', () => {
    const { steps, blockers } = planFor({ delete: true }, { operator: { name: 'it', role: 'itAdministrator' } })
    const titles = ['Deactivate the user', 'Delete the account']
    expect(steps.map(({ title }) => title)).toEqual(expect.arrayContaining(titles))
    const refused = blockers.filter((one) => one.code === 'ROLE_NOT_ALLOWED')
    expect(refused.map(({ message }) => message)).toEqual(
      titles.map((title) => `The step "${title}" is not allowed to the role of it.`),
    )
  })

  it('parking ends in the future', () => {
    expect(blockersFor({ numbers: { [main]: { kind: 'park', until: '2026-11-23' } } })).toEqual([
      'NUMBER_PARK_DATE_PAST',
    ])
  })

  it('a new profile needs the reset and a free user name', () => {
    const assignProfile = {
      userName: 'new.hire',
      firstName: 'New',
      lastName: 'Hire',
      primaryEmail: 'new.hire@example.com',
    }
    expect(blockersFor({ assignProfile, reset: false })).toEqual(['RESET_BEFORE_ASSIGN'])
    expect(blockersFor({ assignProfile }, { surroundings: surroundingsOf({ takenUserNames: ['new.hire'] }) })).toEqual([
      'USER_NAME_TAKEN',
    ])
    const inventory = anInventory({ extension: null, phoneNumbers: [] })
    expect(blockersFor({ assignProfile }, { inventory })).toEqual(['EXTENSION_NOT_FREE'])
  })

  it('nothing selected is an error, not a success', () => {
    const inventory = anInventory({}, { status: 'ACTIVE' })
    expect(
      buildPlan(planInput({ inventory, choices: presetChoices('activate') }), digest).blockers.map((one) => one.code),
    ).toEqual(['NOTHING_TO_DO'])
  })

  it('a deleted user cannot be offboarded again', () => {
    expect(blockersFor({}, { inventory: anInventory({}, { status: 'DELETED' }) })).toEqual(['USER_DELETED'])
  })
})

it('an activation says that a day of leaving that is over holds no more', () => {
  const profileOn = (leavesOn: string) => {
    const inventory = anInventory({}, { status: 'INACTIVE', signInRevoked: true, leavesOn })
    return planFor(presetChoices('activate'), { inventory }).effects.find(({ what }) => what === 'profile')?.where
  }
  expect(profileOn('2026-11-22')).toBe('Directory, active; 2026-11-22 is not the day of leaving any more')
  expect(profileOn('2026-11-23')).toBe('Directory, active')
})

describe('calls to an extension that gets a new profile in the same plan', () => {
  const profile = { userName: 'new.hire', firstName: 'New', lastName: 'Hire', primaryEmail: 'new.hire@example.com' }
  const told = (chosen: ChoicesInput, inventory = anInventory()) =>
    planFor({ assignProfile: profile, ...chosen }, { inventory }).warnings.filter(
      ({ code }) => code === 'CALLS_STILL_FORWARDED',
    )

  it('are said to go on to where they are forwarded, by the plan or by an administrator before', () => {
    const [own] = anInventory().forwardingRules
    const rule = { ...own!, destination: '1044', setBy: 'administrator' as const }
    expect(told({ forwardCalls: '1017' })[0]?.message).toContain('forwarded to 1017')
    expect(told({}, anInventory({ forwardingRules: [rule] }))[0]?.message).toContain('forwarded to 1044')
    expect(told({})).toEqual([])
  })
})

describe('what callers meet', () => {
  const [own] = anInventory().forwardingRules
  const always = {
    ...own!,
    condition: 'UNCONDITIONALLY',
    destinationType: 'EXTENSION_NUMBER',
    destination: '1044',
  } as const
  const byAdministrator = anInventory({ forwardingRules: [{ ...always, setBy: 'administrator' }] })
  const unattended = (chosen: ChoicesInput, inventory = anInventory()) =>
    planFor(chosen, { inventory }).warnings.some(({ code }) => code === 'CALLERS_NOT_FORWARDED')

  it('is an unattended extension only when nothing forwards the calls and nobody new has it', () => {
    const assignProfile = {
      userName: 'new.hire',
      firstName: 'New',
      lastName: 'Hire',
      primaryEmail: 'new.hire@example.com',
    }
    expect(unattended({})).toBe(true)
    expect(unattended({}, byAdministrator)).toBe(false)
    expect(unattended({}, anInventory({ forwardingRules: [always] }))).toBe(true)
    expect(unattended({ reset: false }, anInventory({ forwardingRules: [always] }))).toBe(false)
    expect(unattended({ assignProfile })).toBe(false)
    // Would catch: a new person who cannot call anybody, and a plan that said nothing of it.
    expect(planFor({ assignProfile }).warnings.map(({ message }) => message)).toContain(
      'New Hire has no license yet and can dial emergency numbers only.',
    )
  })

  it('is said by each plan that takes the person off the extension, with what can be done in time', () => {
    const remedy = (chosen: ChoicesInput, inventory = anInventory()) =>
      planFor(chosen, { inventory }).warnings.find(({ code }) => code === 'CALLERS_NOT_FORWARDED')?.remedy
    for (const freed of [{}, presetChoices('reset'), presetChoices('delete')])
      expect(remedy(freed)).toContain('the calls of a free extension cannot be forwarded any more')
    expect(remedy(presetChoices('deactivate'))).toContain('after deactivation neither can be set')
    const inactive = anInventory({}, { status: 'INACTIVE', signInRevoked: true })
    expect(remedy(presetChoices('reset'), inactive)).toContain('activate the user first')
    expect(remedy(presetChoices('deactivate'), inactive)).toBeUndefined()
    expect(remedy({ ...presetChoices('reset'), reset: false, leaveGroups: true })).toBeUndefined()
    expect(remedy(presetChoices('delete'), anInventory({ forwardingRules: [always] }))).toBeDefined()
  })

  it('is a circle when the calls go to an extension that forwards them here', () => {
    const remedy = (forwardCalls: string) =>
      planFor({ forwardCalls }, { inventory: anInventory({ forwardedHere: ['1017'] }) }).warnings.find(
        ({ code }) => code === 'OTHERS_FORWARD_HERE',
      )?.remedy
    expect(remedy('1017')).toContain('in a circle')
    expect(remedy('+12125550199')).toBeUndefined()
  })
})

describe('a warning does not contradict its plan', () => {
  const inventory = anInventory({ forwardedHere: ['1018'] })
  const profile = { userName: 'new.hire', firstName: 'New', lastName: 'Hire', primaryEmail: 'new.hire@example.com' }
  const remedy = (code: string, chosen: ChoicesInput) =>
    planFor(chosen, { inventory }).warnings.find((one) => one.code === code)?.remedy

  it('about messages that nobody has heard, which a colleague gets', () => {
    expect(remedy('UNREAD_VOICEMAIL', {})).toContain('forward them to a colleague')
    expect(remedy('UNREAD_VOICEMAIL', { voicemail: { kind: 'forward', extensionNumber: '1017' } })).toBeUndefined()
  })

  it('about calls of others, which are forwarded or reach somebody new', () => {
    expect(remedy('OTHERS_FORWARD_HERE', {})).toContain('an unattended extension')
    expect(remedy('OTHERS_FORWARD_HERE', { forwardCalls: '1017' })).toBeUndefined()
    expect(remedy('OTHERS_FORWARD_HERE', { assignProfile: profile })).toContain('whoever has the extension next')
  })

  it('about devices, which are retired or get a new profile', () => {
    expect(remedy('DEVICE_STILL_ACTIVE', {})).toContain('Collect the device')
    expect(remedy('DEVICE_STILL_ACTIVE', { delete: true })).toBeUndefined()
    expect(remedy('DEVICE_STILL_ACTIVE', { assignProfile: profile })).toBeUndefined()
  })
})

describe('the devices', () => {
  const bare = { ...presetChoices('reset'), reset: false }
  const device = (chosen: ChoicesInput) => planFor(chosen).effects.find(({ what }) => what === 'device')

  it('can dial emergency numbers only, as the phone system has it, after a reset or without a license', () => {
    for (const step of ['reset', 'removeLicence'] as const)
      expect(device({ ...bare, [step]: true })).toMatchObject({
        fate: 'frozen',
        where: 'Can dial emergency numbers only',
        step,
      })
  })

  it('stay as they are where a plan takes neither', () => {
    expect(device({ ...bare, leaveGroups: true })).toMatchObject({ fate: 'kept', step: null })
  })
})

describe('the last member of a ring group or call queue', () => {
  const { ringGroups, callQueues } = anInventory()
  const inventory = anInventory({
    ringGroups: [...ringGroups, { id: 'g2', name: 'Night line', extensionNumber: '2009', members: 1 }],
    callQueues: callQueues.map((queue) => ({ ...queue, members: 1 })),
  })
  const emptied = (chosen: ChoicesInput) =>
    planFor(chosen, { inventory }).warnings.filter(({ code }) => code === 'GROUP_LEFT_EMPTY')

  it('is told that nobody is left, by name, and the effect says so of these groups alone', () => {
    expect(emptied({}).map(({ message }) => message.split(' has ')[0])).toEqual(['Night line', 'Inbound'])
    const where = planFor({}, { inventory }).effects.flatMap((one) => (one.what === 'ringGroup' ? [one.where] : []))
    expect(where).toEqual(['The groups go on without the person', 'The groups have no member any more'])
  })

  it('is told the same by a deletion that takes the extension out of them; a plan that leaves none says nothing', () => {
    const bare = { leaveGroups: false, reset: false }
    expect(emptied({ ...bare, delete: true })).toHaveLength(2)
    expect(emptied(bare)).toEqual([])
  })
})

describe('a deletion', () => {
  it('leaves on the extension what the reset has left there', () => {
    expect(planFor({ delete: true }).effects.find((one) => one.what === 'voicemailMessage')?.fate).toBe('kept')
  })

  it('without a reset takes the voicemail with it', () => {
    const { effects } = planFor({ delete: true, reset: false })
    expect(effects.find((one) => one.what === 'voicemailMessage')).toMatchObject({
      fate: 'removed',
      where: 'Only in the archive',
    })
  })
})

it('choices have bounds: main looks up every number that they name', () => {
  const numbers = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`+1212${1_000_000 + index}`, { kind: 'keep' }]))
  expect(choices.safeParse({ numbers: numbers(1000) }).success).toBe(true)
  expect(choices.safeParse({ numbers: numbers(1001) }).success).toBe(false)
})

describe('addMonths', () => {
  it.each([
    ['2026-11-23', 12, '2027-11-23'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
  ])('%s plus %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })
})
