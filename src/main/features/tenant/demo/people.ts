import { addDays } from '../../../../shared/offboarding/dates.ts'
import type { Row } from '../rows.ts'
import { blankExtensions, cast, type CastMember } from './cast.ts'
import { instantAt } from './days.ts'
import { inventPeople } from './invented.ts'
import type { Company, Person, Topic } from './model.ts'
import { userNameOf } from './names.ts'
import { createRandom, type Random } from './random.ts'
import { mailDomain, pbxName, sites, type Site, type SiteKey } from './sites.ts'

/** So many people are written together: their rows lie side by side in every table and index. */
const blockSize = 500

/** The cast, and as many made-up people as are asked for beyond the 48 who are there. */
export function createCompany(seed: number, today: string, users: number): Company {
  const random = createRandom(seed, 'people')
  const sitesWithIds = sites.map((site) => ({ ...site, id: random.hexId() }))
  const siteOf = (key: SiteKey): Site & { id: string } => {
    const site = sitesWithIds.find((one) => one.key === key)
    if (site === undefined) throw new Error(`No site ${key}`)
    return site
  }
  const members = cast.map((member) => createCastPerson(member, siteOf(member.site), today, random))
  const present = members.filter((person) => person.status !== 'DELETED').length
  const blank = blankExtensions.map(({ site, extension }) => ({
    id: random.hexId(),
    number: extension,
    site: siteOf(site),
  }))
  const invented = inventPeople({ seed, today, sites: sitesWithIds, count: Math.max(0, users - present) })
  return { seed, today, sites: sitesWithIds, cast: members, invented, blankExtensions: blank }
}

/** Everybody: the cast first, then the made-up people block by block. */
export function* blocksOf({ cast: members, invented }: Company): Generator<readonly Person[]> {
  yield members
  for (let first = 0; first < invented.count; first += blockSize)
    yield Array.from({ length: Math.min(blockSize, invented.count - first) }, (_, index) => invented.at(first + index))
}

function createCastPerson(
  { extension, firstName, lastName, department, title, part }: CastMember,
  site: Site & { id: string },
  today: string,
  random: Random,
): Person {
  const userName = part.userName ?? userNameOf(firstName, lastName)
  return {
    id: random.userId(),
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    userName,
    email: `${userName}@${mailDomain}`,
    site,
    department,
    title,
    part,
    cast: true,
    nthInvented: null,
    status: part.status ?? 'ACTIVE',
    joinedOn: addDays(today, -random.between(480, 3200)),
    leftOn: part.leftDaysAgo === undefined ? null : addDays(today, -part.leftDaysAgo),
    extension: { id: random.hexId(), number: extension },
  }
}

export function* siteRows({ sites: all }: Company): Generator<Row> {
  for (const site of all) {
    const { id, name, timezone, locale, siteCode, address } = site
    yield { table: 'site', values: { id, name, pbx_name: pbxName, timezone, locale, site_code: siteCode, address } }
  }
}

export function userRows({ seed, today }: Company): Topic {
  const random = createRandom(seed, 'users')
  return (people) => usersOf(people, today, random)
}

function* usersOf(people: readonly Person[], today: string, random: Random): Generator<Row> {
  for (const person of people) {
    const { part, site } = person
    const changed = person.leftOn ?? addDays(today, -random.between(1, 90))
    yield {
      table: 'user',
      values: {
        id: person.id,
        user_name: person.userName,
        first_name: person.firstName,
        last_name: person.lastName,
        primary_email: person.email,
        status: person.status,
        sign_in_revoked: person.status === 'ACTIVE' ? 0 : 1,
        locale: site.locale,
        timezone: site.timezone,
        site_id: site.id,
        department: person.department,
        job_title: person.title,
        role: part.role ?? 'none',
        scim_provider: part.scimProvider ?? null,
        legal_hold: part.legalHold ?? null,
        leaves_on: part.leavesIn === undefined ? null : addDays(today, part.leavesIn),
        created_time: instantAt(person.joinedOn, random.between(480, 1000), site.hoursEast),
        last_updated_time: instantAt(changed, random.between(480, 1000), site.hoursEast),
        left_at: person.leftOn === null ? null : instantAt(person.leftOn, 1020, site.hoursEast),
      },
    }
  }
}
