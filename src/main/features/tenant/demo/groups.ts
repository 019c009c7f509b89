import type { Row } from '../rows.ts'
import type { Company, Person, Topic } from './model.ts'
import { createRandom, type Random } from './random.ts'
import type { SiteKey } from './sites.ts'

type Group = {
  name: string
  number: string
  pattern: 'ROUND_ROBIN' | 'SEQUENTIAL' | 'SIMULTANEOUS'
  site: SiteKey
  members: readonly string[]
}

/** Priya Raman (2008) is in six of them. */
const ringGroups: readonly Group[] = [
  {
    name: 'New York sales',
    number: '7101',
    pattern: 'ROUND_ROBIN',
    site: 'newYork',
    members: ['1009', '1036', '1042', '1044'],
  },
  {
    name: 'Key accounts',
    number: '7102',
    pattern: 'SEQUENTIAL',
    site: 'newYork',
    members: ['1042', '1044', '2001', '3016'],
  },
  {
    name: 'New York support',
    number: '7103',
    pattern: 'SIMULTANEOUS',
    site: 'newYork',
    members: ['1018', '1023', '1038'],
  },
  { name: 'Loading dock', number: '7104', pattern: 'SIMULTANEOUS', site: 'newYork', members: ['1017', '1020', '1040'] },
  {
    name: 'London sales',
    number: '7201',
    pattern: 'ROUND_ROBIN',
    site: 'london',
    members: ['2001', '2008', '2014', '2036'],
  },
  {
    name: 'London support',
    number: '7202',
    pattern: 'SIMULTANEOUS',
    site: 'london',
    members: ['2008', '2016', '2027'],
  },
  { name: 'Field service', number: '7203', pattern: 'SEQUENTIAL', site: 'london', members: ['2008', '2021', '2027'] },
  {
    name: 'Night line',
    number: '7204',
    pattern: 'SEQUENTIAL',
    site: 'london',
    members: ['1023', '2008', '2016', '3018'],
  },
  {
    name: 'Service desk Europe',
    number: '7205',
    pattern: 'ROUND_ROBIN',
    site: 'london',
    members: ['2008', '2027', '3005', '3030'],
  },
  { name: 'Front desk', number: '7206', pattern: 'SIMULTANEOUS', site: 'london', members: ['2008', '2011', '1005'] },
  {
    name: 'Vertrieb Berlin',
    number: '7301',
    pattern: 'ROUND_ROBIN',
    site: 'berlin',
    members: ['3001', '3016', '3028'],
  },
  {
    name: 'Kundendienst Berlin',
    number: '7302',
    pattern: 'SIMULTANEOUS',
    site: 'berlin',
    members: ['3005', '3018', '3030'],
  },
]

const callQueues: readonly { name: string; site: SiteKey; primary: readonly string[]; secondary: readonly string[] }[] =
  [
    { name: 'Customer orders', site: 'newYork', primary: ['1036', '1042', '1044'], secondary: ['1009'] },
    { name: 'Technical help', site: 'newYork', primary: ['1018', '1023', '1038'], secondary: ['2016'] },
    { name: 'Returns', site: 'london', primary: ['2008', '2027'], secondary: ['2011', '2021'] },
    { name: 'Bestellungen', site: 'berlin', primary: ['3016', '3028'], secondary: ['3005'] },
  ]

export function* groupRows(company: Company): Generator<Row> {
  const random = createRandom(company.seed, 'groups')
  const byNumber = new Map(company.cast.map((person) => [person.extension.number, person.extension.id]))
  const extensionId = (number: string): string => {
    const id = byNumber.get(number)
    if (id === undefined) throw new Error(`No extension ${number} in the cast`)
    return id
  }
  const siteId = (key: SiteKey): string => company.sites.find((site) => site.key === key)?.id ?? ''
  for (const { name, number, pattern, site, members } of ringGroups) {
    const id = random.hexId()
    const values = { id, name, extension_number: number, ring_pattern: pattern, site_id: siteId(site) }
    yield { table: 'ring_group', values }
    for (const [index, member] of members.entries())
      yield {
        table: 'ring_group_member',
        values: { ring_group_id: id, extension_id: extensionId(member), sequence_number: index + 1 },
      }
  }
  for (const { name, site, primary, secondary } of callQueues) {
    const id = random.hexId()
    yield { table: 'call_queue', values: { id, name, site_id: siteId(site) } }
    const memberships = [
      ...primary.map((member) => ({ member, type: 'PRIMARY' })),
      ...secondary.map((member) => ({ member, type: 'SECONDARY' })),
    ]
    for (const { member, type } of memberships)
      yield {
        table: 'call_queue_member',
        values: { call_queue_id: id, extension_id: extensionId(member), member_type: type },
      }
  }
}

/** Of every so many made-up people at a site some answer together. */
const groupOf = 100
const membersOfGroup = 5

/** Ring groups of the made-up people; their numbers begin with 8, which no site's do. */
export function inventedGroupRows({ seed }: Company): Topic {
  const random = createRandom(seed, 'inventedGroups')
  let groups = 0
  return function* (people) {
    for (let first = 0; first + groupOf <= people.length; first += groupOf) {
      const leader = people[first] as Person
      if (leader.cast) continue
      groups += 1
      yield* inventedGroup(groups, people.slice(first, first + groupOf), random)
    }
  }
}

function* inventedGroup(nth: number, people: readonly Person[], random: Random): Generator<Row> {
  const { site, department } = people[0] as Person
  const id = random.hexId()
  const values = {
    id,
    name: `${department} ${site.name} ${nth}`,
    extension_number: String(80_000 + nth),
    ring_pattern: random.pick(['ROUND_ROBIN', 'SEQUENTIAL', 'SIMULTANEOUS']),
    site_id: site.id,
  }
  yield { table: 'ring_group', values }
  const members = people.filter((person) => person.site === site).slice(0, membersOfGroup)
  for (const [index, { extension }] of members.entries())
    yield {
      table: 'ring_group_member',
      values: { ring_group_id: id, extension_id: extension.id, sequence_number: index + 1 },
    }
}
