import { addDays } from '../../../../shared/offboarding/dates.ts'
import type { Row, ValuesOf } from '../rows.ts'
import { instantAt } from './days.ts'
import type { Company, Person, Topic } from './model.ts'
import { createRandom, type Random } from './random.ts'
import { reservedNumber } from './reservedNumbers.ts'
import { companyName } from './sites.ts'

const notifications = ['Notification only', 'Attachment only', 'Link only', 'Link and attachment', 'Disabled']
/** Numbers of the cast end as their extensions do, second ones fifty higher; the made-up people start after both. */
const secondNumberOffset = 50
const inventedOffset = 100
/** Whoever leaves, leaves at five in the afternoon. */
const freedAtMinute = 1020

/** The person's own number, or null where the reserve of numbers nobody has is used up. */
export function primaryNumberOf({ site, extension, nthInvented }: Person): string | null {
  return reservedNumber(
    site.key,
    nthInvented === null ? Number(extension.number.slice(-2)) : inventedOffset + nthInvented,
  )
}

export function extensionRows({ seed }: Company): Topic {
  const random = createRandom(seed, 'extensions')
  return (people) => extensionsOf(people, random)
}

function* extensionsOf(people: readonly Person[], random: Random): Generator<Row> {
  for (const person of people) {
    const { extension, site } = person
    const free = person.status === 'DELETED'
    yield {
      table: 'extension',
      values: {
        id: extension.id,
        extension_number: extension.number,
        fq_extension_number: site.siteCode + extension.number,
        site_id: site.id,
        user_id: free ? null : person.id,
        external_caller_id_name: free ? null : random.chance(0.3) ? person.name : companyName,
        external_caller_id_number: free || !person.cast ? null : primaryNumberOf(person),
        emergency_address: free || random.chance(0.2) ? null : `${site.address} (desk ${random.between(1, 80)})`,
        voicemail_email: free ? null : person.email,
        voicemail_notification: free ? null : random.pick(notifications),
      },
    }
    if (free && person.leftOn !== null) {
      const until = instantAt(person.leftOn, freedAtMinute, site.hoursEast)
      yield { table: 'extension_former_user', values: { extension_id: extension.id, until, user_id: person.id } }
    }
  }
}

export function* blankExtensionRows({ blankExtensions }: Company): Generator<Row> {
  for (const { id, number, site } of blankExtensions) yield blankExtension(id, number, site)
}

function blankExtension(id: string, number: string, site: Person['site']): Row {
  return {
    table: 'extension',
    values: {
      id,
      extension_number: number,
      fq_extension_number: site.siteCode + number,
      site_id: site.id,
      user_id: null,
      external_caller_id_name: null,
      external_caller_id_number: null,
      emergency_address: null,
      voicemail_email: null,
      voicemail_notification: null,
    },
  }
}

export function* numberRows(people: readonly Person[]): Generator<Row> {
  for (const person of people) {
    if (person.status === 'DELETED') continue
    const primary = primaryNumberOf(person)
    if (primary === null) continue
    const porting = person.part.porting === true
    const owned = {
      country: person.site.country,
      status: porting ? 'PORTING' : 'ASSIGNED',
      origin: porting ? 'PORTING' : 'CLAIMED',
      extension_id: person.extension.id,
    }
    yield numberRow(primary, { ...owned, is_primary: 1 })
    const second = reservedNumber(person.site.key, Number(person.extension.number.slice(-2)) + secondNumberOffset)
    if (person.part.secondNumber === true && second !== null) yield numberRow(second, owned)
  }
}

/** In the pool: free ones, one of a former colleague parked for callers, one given back and still reclaimable. */
export function* numbersOfNobody({ today }: Company): Generator<Row> {
  const us = { country: 'US', extension_id: null }
  yield numberRow('+12125550185', { ...us, status: 'AVAILABLE' })
  yield numberRow('+12125550186', { ...us, status: 'AVAILABLE' })
  yield numberRow('+12125550139', { ...us, status: 'PARKED', parked_until: addDays(today, 20) })
  yield numberRow('+12125550187', { ...us, status: 'RELEASED', reclaimable_until: addDays(today, 33) })
  yield numberRow('+442079460986', { ...us, country: 'GB', status: 'AVAILABLE' })
  yield numberRow('+493023125034', { ...us, country: 'DE', status: 'PARKED', parked_until: addDays(today, 75) })
}

function numberRow(phone: string, set: Partial<ValuesOf<'phone_number'>>): Row {
  const plain = { country: '', status: '', origin: 'CLAIMED', extension_id: null, is_primary: 0 }
  return {
    table: 'phone_number',
    values: { ...plain, parked_until: null, reclaimable_until: null, ...set, phone_number: phone },
  }
}
