import { firstNames, lastNames } from './names.ts'
import { createRandom } from './random.ts'
import { outsideNumber } from './reservedNumbers.ts'

/** Somebody the company talks with. */
export type Outsider = { firstName: string; lastName: string; company: string; email: string; phoneNumber: string }

const outsiderCount = 160
const companies = [
  ['Harborview Dental', 'harborview'],
  ['Northgate Freight', 'northgate'],
  ['Lindqvist Timber', 'lindqvist'],
  ['Bellweather Insurance', 'bellweather'],
  ['Castor and Vale Solicitors', 'castorvale'],
  ['Brenner Haustechnik', 'brenner'],
  ['Sorrell and Partners', 'sorrell'],
  ['Lakeside Clinic', 'lakeside'],
  ['Crane Surveying', 'cranesurveying'],
  ['Ashworth Tools', 'ashworth'],
  ['Atelier Moreau', 'moreau'],
  ['Boyd Catering', 'boyd'],
] as const

export function createOutsiders(seed: number): Outsider[] {
  const random = createRandom(seed, 'outsiders')
  return Array.from({ length: outsiderCount }, (_, index) => {
    const [company, domain] = random.pick(companies)
    const [firstName, lastName] = [random.pick(firstNames), random.pick(lastNames)]
    return {
      firstName,
      lastName,
      company,
      email: `contact${index + 1}@${domain}.example`,
      phoneNumber: outsideNumber(index * 7),
    }
  })
}
