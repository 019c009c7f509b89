import { addDays } from '../../../../shared/offboarding/dates.ts'
import type { Part } from './cast.ts'
import { firstNames, jobs, lastNames, userNameOf } from './names.ts'
import type { Invented, Person } from './model.ts'
import { createRandom, eightHex, type Random } from './random.ts'
import { mailDomain, type Site } from './sites.ts'

type Given = { seed: number; today: string; sites: readonly (Site & { id: string })[]; count: number }

/** With as many, each first name meets each last name once before a middle initial is needed. */
const pairs = firstNames.length * lastNames.length
/** Has no divisor in common with the pairs, so that every pair comes up once, and neighbors are not called alike. */
const stride = 2477
/** Ids of the cast's extensions are lower. */
const firstExtensionId = 0x1000
/** Four digits are enough for so many people at three sites; more get six. */
const mostWithFourDigits = 2000

/**
 * People who only make the company big. Each is a function of seed and index: nothing is remembered of them. Their ids
 * rise with the index, so that what hangs on them is appended to its index and not scattered over it.
 */
export function inventPeople({ seed, today, sites, count }: Given): Invented {
  const folded = new Map<string, string>([...firstNames, ...lastNames].map((name) => [name, userNameOf(name)]))
  const at = (index: number): Person => {
    const random = createRandom(seed, `person/${index}`)
    const site = sites[index % sites.length] as Site & { id: string }
    const nth = Math.floor(index / sites.length)
    const { firstName, lastName, initial, namesakes } = nameOf(index)
    const parts = [folded.get(firstName), ...(initial === '' ? [] : [initial.toLowerCase()]), folded.get(lastName)]
    const userName = parts.join('.') + (namesakes === 0 ? '' : String(namesakes + 1))
    const first = initial === '' ? firstName : `${firstName} ${initial}.`
    const job = random.pick(jobs)
    const part = partOf(random)
    return {
      id: random.userId(index),
      firstName: first,
      lastName,
      name: `${first} ${lastName}`,
      userName,
      email: `${userName}@${mailDomain}`,
      site,
      department: job.department,
      title: random.pick(job.titles),
      part,
      cast: false,
      nthInvented: nth,
      status: part.status ?? 'ACTIVE',
      joinedOn: addDays(today, -random.between(480, 3200)),
      leftOn: part.leftDaysAgo === undefined ? null : addDays(today, -part.leftDaysAgo),
      extension: {
        id: eightHex(firstExtensionId + index) + eightHex(random.between(0, 0xffff_ffff)),
        number: site.digit + (count <= mostWithFourDigits ? 200 + nth : 10_000 + nth),
      },
    }
  }
  return { count, at }
}

/** Anika Becker, and when all pairs have been used, Anika A. Becker, … Anika Z. Becker, then a second of each. */
function nameOf(index: number) {
  const pair = (index * stride) % pairs
  const round = Math.floor(index / pairs)
  return {
    firstName: firstNames[pair % firstNames.length] as string,
    lastName: lastNames[Math.floor(pair / firstNames.length)] as string,
    initial: round === 0 ? '' : String.fromCharCode(65 + ((round - 1) % 26)),
    namesakes: round === 0 ? 0 : Math.floor((round - 1) / 26),
  }
}

/** Most just work here; some are about to leave, and some left within the year. */
function partOf(random: Random): Part {
  const kind = random.next()
  if (kind < 0.003) return { leavesIn: random.between(3, 60) }
  return kind < 0.02 ? { status: 'INACTIVE', leftDaysAgo: random.between(20, 330) } : {}
}
