import { addDays } from '../../../../shared/offboarding/dates.ts'
import type { Row } from '../rows.ts'
import { workingMoment } from './days.ts'
import type { Outsider } from './outsiders.ts'
import type { Company, Person, Topic } from './model.ts'
import { createRandom, type Random } from './random.ts'

const summaries = {
  fax: ['Signed order, 2 pages', 'Delivery note, 1 page', 'Contract, 6 pages', 'Prescription form, 1 page'],
  sms: ['Running ten minutes late', 'Please call when free', 'Code for the gate', 'Delivery tomorrow before noon'],
} as const

/** A person's own address book. */
export function contactRows({ seed }: Company, outsiders: readonly Outsider[]): Topic {
  const random = createRandom(seed, 'contacts')
  return (people) => contactsOf(people, outsiders, random)
}

function* contactsOf(people: readonly Person[], outsiders: readonly Outsider[], random: Random): Generator<Row> {
  for (const person of people) {
    if (person.status === 'DELETED') continue
    const first = random.between(0, outsiders.length - 1)
    const count = person.cast ? random.between(5, 24) : random.between(0, 1)
    for (let nth = 0; nth < count; nth += 1) {
      const outsider = outsiders[(first + nth) % outsiders.length] as Outsider
      const values = {
        id: random.hexId(),
        user_id: person.id,
        first_name: outsider.firstName,
        last_name: outsider.lastName,
        company: outsider.company,
        email: outsider.email,
        phone_number: outsider.phoneNumber,
      }
      yield { table: 'contact', values }
    }
  }
}

/** Faxes and text messages; those of people who left lie here until twelve months have passed. */
export function otherProductRows({ seed, today }: Company, outsiders: readonly Outsider[]): Topic {
  const random = createRandom(seed, 'otherProducts')
  return (people) => otherProductsOf(people, today, outsiders, random)
}

function* otherProductsOf(
  people: readonly Person[],
  today: string,
  outsiders: readonly Outsider[],
  random: Random,
): Generator<Row> {
  for (const person of people) {
    for (const product of ['fax', 'sms'] as const) {
      const count = person.cast ? random.between(1, product === 'fax' ? 4 : 9) : 0
      for (let nth = 0; nth < count; nth += 1) {
        const day = addDays(person.leftOn ?? today, -random.between(1, 200))
        const values = {
          id: random.hexId(),
          user_id: person.id,
          product,
          peer_number: random.pick(outsiders).phoneNumber,
          sent_at: workingMoment(day, person.site.hoursEast, random),
          summary: random.pick(summaries[product]),
        }
        yield { table: 'other_product_record', values }
      }
    }
  }
}
