import { describe, expect, it } from 'vitest'
import { digest } from '../../src/main/digest.ts'
import { choices, type ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import { buildPlan } from '../../src/shared/offboarding/plan.ts'
import { planInput } from '../support/inventory.ts'

const planFor = (chosen: ChoicesInput) => buildPlan(planInput({ choices: choices.parse(chosen) }), digest)
const main = '+12125550142'

describe('a caller ID whose number leaves the extension', () => {
  const told = (chosen: ChoicesInput) =>
    planFor(chosen).warnings.flatMap(({ code, message }) => (code === 'CALLER_ID_LEFT_BEHIND' ? [message] : []))

  it('is said to go on naming it, unless the reset takes it away', () => {
    expect(told({ reset: false, numbers: { [main]: { kind: 'release' } } })).toEqual([
      'Calls from extension 1042 go on showing +12125550142 as their caller ID.',
    ])
    expect(told({ numbers: { [main]: { kind: 'release' } } })).toEqual([])
    expect(told({ reset: false, numbers: { [main]: { kind: 'keep' } } })).toEqual([])
  })
})

describe('what is deleted for good', () => {
  const places = (chosen: ChoicesInput, what: string) =>
    planFor(chosen).effects.flatMap((effect) => (effect.what === what ? [`${effect.where} · ${effect.seenBy}`] : []))
  const saved = 'Only in the archive · Whoever has the archive'

  it('is said to be in the archive where it is saved there, and nowhere else', () => {
    for (const what of ['greeting', 'preference']) expect(places({}, what)).toEqual([saved])
    expect(places({ archive: { include: [] } }, 'greeting')).toEqual(['Permanently deleted · Nobody'])
    expect(places({ delete: true }, 'contact')).toEqual([saved])
    expect(places({ delete: true, archive: { include: [] } }, 'contact')).toEqual(['Permanently deleted · Nobody'])
    expect(places({}, 'callerId')).toEqual(['Permanently deleted · Nobody'])
  })
})

describe('a new profile', () => {
  const profile = { userName: 'new.hire', firstName: 'New', lastName: 'Hire', primaryEmail: 'new.hire@example.com' }

  it.each(['   ', 'x'.repeat(129), 'two\nlines', '\u202eevil', 'un\u200bseen'])('has no name like %j', (lastName) => {
    expect(choices.safeParse({ assignProfile: { ...profile, lastName } }).success).toBe(false)
  })

  it('has names without the spaces around them', () => {
    expect(choices.parse({ assignProfile: { ...profile, firstName: ' Ana ' } }).assignProfile?.firstName).toBe('Ana')
    expect(choices.parse({ assignProfile: { ...profile, lastName: ' x ' } }).assignProfile?.lastName).toBe('x')
  })

  it.each(['李', 'Ó', 'García de la Cruz y Fernández-Montenegro'])(
    'has names as people have them, such as %j',
    (lastName) => {
      expect(choices.safeParse({ assignProfile: { ...profile, firstName: '明', lastName } }).success).toBe(true)
    },
  )
})
