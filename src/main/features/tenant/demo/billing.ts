import type { Row } from '../rows.ts'
import { monthsBefore } from './days.ts'
import type { Company, Person, Topic } from './model.ts'
import { createRandom, type Random } from './random.ts'

const castMonths = 14
const inventedMonths = 3

/** What each person cost in the months that are over, until they left. */
export function billingRows({ seed, today }: Company): Topic {
  const random = createRandom(seed, 'billing')
  return (people) => billsOf(people, today, random)
}

function* billsOf(people: readonly Person[], today: string, random: Random): Generator<Row> {
  for (const person of people) {
    for (const month of monthsBefore(today, person.cast ? castMonths : inventedMonths)) {
      if (person.leftOn !== null && month > person.leftOn.slice(0, 7)) continue
      const items: [item: string, cents: number][] = [
        ['Voice license', 2400],
        ['Calls', random.between(0, 1900)],
      ]
      for (const [item, cents] of person.cast ? items : items.slice(0, 1))
        yield {
          table: 'billing_record',
          values: { id: random.hexId(), user_id: person.id, person_name: person.name, month, item, cents },
        }
    }
  }
}
