import type { Row } from '../rows.ts'
import { createCrowd } from './crowd.ts'
import type { Outsider } from './outsiders.ts'
import { primaryNumberOf } from './extensions.ts'
import type { Company, Person } from './model.ts'
import { createRandom, type Random } from './random.ts'

/** Fourteen months. */
const spanDays = 425

/** In a large company the cast has as many calls as in the usual one. */
const castCalls = 12_000

type Group = { day: string; people: readonly Person[] }
type Party = {
  userId: string | null
  name: string
  number: string
  extension: { id: string; number: string } | null
}

/** Calls in the order of their days. */
export function* callRows(company: Company, outsiders: readonly Outsider[], count: number): Generator<Row> {
  const random = createRandom(company.seed, 'calls')
  const castShare = company.invented.count === 0 ? 1 : Math.min(1, castCalls / count)
  const crowds = createCrowd(company, (count * (1 - castShare)) / spanDays)
  for (let index = 0; index < count; index += 1) {
    const daysAgo = 1 + Math.floor(((count - 1 - index) * spanDays) / count)
    const crowd = crowds.daysAgo(daysAgo)
    const people = castShare === 1 || random.chance(castShare) ? crowd.cast : crowd.invented
    const { caller, callee, person } = parties({ day: crowd.day, people }, outsiders, random)
    const answered = random.chance(0.72)
    const id = random.hexId()
    const disposition = answered ? 'Answered' : random.pick(['Missed', 'Missed', 'Voicemail', 'Busy'])
    yield {
      table: 'call_record',
      values: {
        id,
        started_at: crowd.momentAt(person.site.hoursEast, random),
        caller_user_id: caller.userId,
        caller_name: caller.name,
        caller_number: caller.number,
        callee_user_id: callee.userId,
        callee_name: callee.name,
        callee_number: callee.number,
        talk_seconds: answered ? Math.ceil(20 + 900 * random.next() ** 3) : 0,
        disposition,
        caller_extension: caller.extension?.number ?? null,
        callee_extension: callee.extension?.number ?? null,
      },
    }
  }
}

function parties({ day, people }: Group, outsiders: readonly Outsider[], random: Random) {
  const person = someoneOn(day, people, random)
  const kind = random.next()
  if (kind < 0.2) {
    const other = someoneOn(day, people, random)
    // Nobody calls themselves; such a draw becomes a call from outside.
    if (other !== person)
      return { person, caller: inside(person, person.extension.number), callee: inside(other, other.extension.number) }
  }
  const own = inside(person, (person.cast ? primaryNumberOf(person) : null) ?? person.extension.number)
  const outsider = outside(random.pick(outsiders))
  return kind < 0.55 ? { person, caller: own, callee: outsider } : { person, caller: outsider, callee: own }
}

/** Whoever still was with the company on that day. */
function someoneOn(day: string, people: readonly Person[], random: Random): Person {
  for (;;) {
    const person = random.pick(people)
    if (person.leftOn === null || day < person.leftOn) return person
  }
}

function inside(person: Person, number: string): Party {
  return { userId: person.id, name: person.name, number, extension: person.extension }
}

function outside({ firstName, lastName, phoneNumber }: Outsider): Party {
  return { userId: null, name: `${firstName} ${lastName}`, number: phoneNumber, extension: null }
}
