import { addDays } from '../../../../shared/offboarding/dates.ts'
import type { Row } from '../rows.ts'
import { workingMoment } from './days.ts'
import type { Company, Person, Topic } from './model.ts'
import { createRandom, type Random } from './random.ts'

const chats = [
  'The courier is here.',
  'Can you take my calls until three?',
  'Who has the key of the small meeting room?',
  'The customer confirmed the date.',
  'I moved the spec to the shared folder.',
  'Lunch?',
  'Please do not ship 7702 before I have talked with them.',
  'Thanks, that was quick.',
  'The line to Berlin crackles again.',
  'I am on the train, back at two.',
  'The auditors come on Thursday.',
  'Somebody left the gate open last night.',
  'Könnt ihr kurz in die Leitung kommen?',
  'Has anyone heard back from the landlord?',
  'New price list is out.',
  'I will call them back first thing tomorrow.',
]
const meetings = [
  'Weekly team meeting',
  'Customer review',
  'Quarterly numbers',
  'Interview',
  'Site visit',
  'Planning',
  'Price list',
  'Handover',
  'One to one',
  'Safety briefing',
]

/** The day before today, or before the person left, and up to so many days earlier. */
function earlier(company: Company, person: Person, days: number, random: Random): string {
  return addDays(person.leftOn ?? company.today, -random.between(1, days))
}

/** Chat of deleted people is kept too: only the audit shows it. */
export function chatRows(company: Company): Topic {
  const random = createRandom(company.seed, 'chat')
  return (people) => chatsOf(company, people, random)
}

function* chatsOf(company: Company, people: readonly Person[], random: Random): Generator<Row> {
  for (const person of people) {
    const count = person.cast ? random.between(12, 45) : random.between(0, 2)
    for (let nth = 0; nth < count; nth += 1) {
      const values = {
        id: random.hexId(),
        user_id: person.id,
        author_name: person.name,
        room: random.pick([`#${person.department.toLowerCase()}`, '#general', `#${person.site.key.toLowerCase()}`]),
        sent_at: workingMoment(earlier(company, person, 300, random), person.site.hoursEast, random),
        body: random.pick(chats),
      }
      yield { table: 'chat_message', values }
    }
  }
}

/** A deleted person's meetings went with the account. */
export function meetingRows(company: Company): Topic {
  const random = createRandom(company.seed, 'meetings')
  return (people) => meetingsOf(company, people, random)
}

function* meetingsOf(company: Company, people: readonly Person[], random: Random): Generator<Row> {
  for (const person of people) {
    if (person.status === 'DELETED') continue
    const count = person.cast ? random.between(6, 16) : random.between(0, 1)
    for (let nth = 0; nth < count; nth += 1) {
      const startsAt = workingMoment(earlier(company, person, 180, random), person.site.hoursEast, random)
      const minutes = random.pick([15, 30, 30, 60, 90])
      const values = {
        id: random.hexId(),
        user_id: person.id,
        title: random.pick(meetings),
        starts_at: startsAt,
        ends_at: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
        participants: participants(person, people, random).join('\n'),
      }
      yield { table: 'meeting', values }
    }
  }
}

function participants(host: Person, people: readonly Person[], random: Random): string[] {
  const names = new Set([host.name])
  for (let nth = random.between(1, 4); nth > 0; nth -= 1) names.add(random.pick(people).name)
  return [...names]
}
