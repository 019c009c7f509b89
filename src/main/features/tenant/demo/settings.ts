import type { Row } from '../rows.ts'
import { outsideNumber } from './reservedNumbers.ts'
import type { Company, Person, Topic } from './model.ts'
import { createRandom, type Random } from './random.ts'

/** Rules that lead to people who are about to leave: extension, condition, leaver. */
const rulesToLeavers = [
  ['1018', 'BUSY', '1023'],
  ['1040', 'NO_ANSWER', '1031'],
  ['2036', 'UNCONDITIONALLY', '2014'],
  ['3030', 'NO_ANSWER', '3005'],
] as const

type Rule = readonly [condition: string, type: string, destination: string, enabled: boolean]

export function forwardingRows({ seed }: Company): Topic {
  const random = createRandom(seed, 'forwarding')
  return (people) => forwardingOf(people, random)
}

export function* forwardingToLeaversRows({ seed, cast }: Company): Generator<Row> {
  const random = createRandom(seed, 'forwardingToLeavers')
  const byNumber = new Map(cast.map((person) => [person.extension.number, person.extension.id]))
  for (const [from, condition, to] of rulesToLeavers)
    yield ruleRow(byNumber.get(from) ?? '', [condition, 'EXTENSION_NUMBER', to, true], random)
}

function* forwardingOf(people: readonly Person[], random: Random): Generator<Row> {
  for (const { status, extension } of people) {
    if (status === 'DELETED') continue
    yield ruleRow(extension.id, ['NO_ANSWER', 'VOICEMAIL', 'voicemail', true], random)
    if (!random.chance(0.3)) continue
    const outside = outsideNumber(random.between(0, 1199))
    yield ruleRow(extension.id, ['BUSY', 'EXTERNAL_NUMBER', outside, random.chance(0.7)], random)
  }
}

function ruleRow(extensionId: string, [condition, type, destination, enabled]: Rule, random: Random): Row {
  return {
    table: 'forwarding_rule',
    values: {
      id: random.hexId(),
      extension_id: extensionId,
      condition,
      destination_type: type,
      destination,
      enabled: enabled ? 1 : 0,
      set_by: 'user',
    },
  }
}

const preferences: readonly [key: string, valueOf: (random: Random) => string][] = [
  ['callWaiting', (random) => (random.chance(0.8) ? 'on' : 'off')],
  ['doNotDisturb', (random) => (random.chance(0.1) ? 'on' : 'off')],
  ['ringtone', (random) => random.pick(['Classic', 'Marimba', 'Short bell', 'Chime'])],
  ['musicOnHold', (random) => random.pick(['Company default', 'Piano', 'None'])],
  ['headset', (random) => random.pick(['Speaker', 'USB headset', 'Bluetooth headset'])],
  ['voicemailPlaybackSpeed', (random) => random.pick(['1', '1.25', '1.5'])],
  ['speedDial1', (random) => outsideNumber(random.between(0, 1199))],
  ['speedDial2', (random) => outsideNumber(random.between(0, 1199))],
]

export function preferenceRows({ seed }: Company): Topic {
  const random = createRandom(seed, 'preferences')
  return (people) => preferencesOf(people, random)
}

function* preferencesOf(people: readonly Person[], random: Random): Generator<Row> {
  for (const { status, extension, cast } of people) {
    if (status === 'DELETED') continue
    for (const [key, valueOf] of cast ? preferences : preferences.slice(0, 2))
      yield { table: 'preference', values: { extension_id: extension.id, key, value: valueOf(random) } }
  }
}
