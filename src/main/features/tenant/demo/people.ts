import { addDays } from '../../../../shared/offboarding/dates.ts'
import type { Row } from '../rows.ts'
import { blankExtensions, cast, type CastMember, type Part } from './cast.ts'
import { instantAt } from './days.ts'
import { firstNames, jobs, lastNames, userNameOf } from './names.ts'
import { createRandom, type Random } from './random.ts'
import { mailDomain, pbxName, sites, type Site, type SiteKey } from './sites.ts'

export type Person = {
  id: string
  firstName: string
  lastName: string
  name: string
  userName: string
  email: string
  site: Site & { id: string }
  department: string
  title: string
  part: Part
  /** False for those who only make the company big; they have less of everything. */
  cast: boolean
  status: 'ACTIVE' | 'INACTIVE' | 'DELETED'
  joinedOn: string
  leftOn: string | null
  /** Where the person is reached, or was: the extension of a deleted person is free. */
  extension: { id: string; number: string }
}

export type Company = {
  seed: number
  today: string
  sites: readonly (Site & { id: string })[]
  people: readonly Person[]
  blankExtensions: readonly { id: string; number: string; site: Site & { id: string } }[]
}

/** The cast, and as many made-up people as are asked for beyond the 48 who are there. */
export function createCompany(seed: number, today: string, users: number): Company {
  const random = createRandom(seed, 'people')
  const sitesWithIds = sites.map((site) => ({ ...site, id: random.hexId() }))
  const siteOf = (key: SiteKey): Site & { id: string } => {
    const site = sitesWithIds.find((one) => one.key === key)
    if (site === undefined) throw new Error(`No site ${key}`)
    return site
  }
  const people = cast.map((member) => createPerson(member, siteOf(member.site), true, today, random))
  const present = people.filter((person) => person.status !== 'DELETED').length
  const taken = new Set(people.map((person) => person.userName))
  for (let index = 0; index < users - present; index += 1) {
    const member = inventMember(index, users - present, taken, random)
    people.push(createPerson(member, siteOf(member.site), false, today, random))
  }
  const blank = blankExtensions.map(({ site, extension }) => ({
    id: random.hexId(),
    number: extension,
    site: siteOf(site),
  }))
  return { seed, today, sites: sitesWithIds, people, blankExtensions: blank }
}

function createPerson(
  { extension, firstName, lastName, department, title, part }: CastMember,
  site: Site & { id: string },
  isCast: boolean,
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
    cast: isCast,
    status: part.status ?? 'ACTIVE',
    joinedOn: addDays(today, -random.between(480, 3200)),
    leftOn: part.leftDaysAgo === undefined ? null : addDays(today, -part.leftDaysAgo),
    extension: { id: random.hexId(), number: extension },
  }
}

/** Four digits as long as they suffice, else six. */
function inventMember(index: number, count: number, taken: Set<string>, random: Random): CastMember {
  const site = sites[index % sites.length] as Site
  const nth = Math.floor(index / sites.length)
  const extension =
    count <= 2000 ? `${site.digit}${200 + nth}` : `${site.digit}${String(10_000 + nth).padStart(5, '0')}`
  const firstName = random.pick(firstNames)
  const lastName = random.pick(lastNames)
  const job = random.pick(jobs)
  const plain = userNameOf(firstName, lastName)
  const userName = taken.has(plain) ? `${plain}${index + 1}` : plain
  taken.add(userName)
  const part = { userName }
  return {
    site: site.key,
    extension,
    firstName,
    lastName,
    department: job.department,
    title: random.pick(job.titles),
    part,
  }
}

export function* siteRows({ sites: all }: Company): Generator<Row> {
  for (const site of all) {
    const { id, name, timezone, locale, siteCode, address } = site
    yield { table: 'site', values: { id, name, pbx_name: pbxName, timezone, locale, site_code: siteCode, address } }
  }
}

export function* userRows({ seed, today, people }: Company): Generator<Row> {
  const random = createRandom(seed, 'users')
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
