import type { Row } from '../rows.ts'
import { instantAt } from './days.ts'
import { addDays } from '../../../../shared/offboarding/dates.ts'
import type { Company, Person, Topic } from './model.ts'
import { createRandom, type Random } from './random.ts'

const models = [
  'Poly VVX 450',
  'Poly VVX 250',
  'Poly Edge E350',
  'Yealink T54W',
  'Yealink T46U',
  'Yealink W73P',
  'Cisco 8841',
]
const clients = [
  'Desktop app on Windows 11',
  'Desktop app on macOS 15',
  'Mobile app on iOS 18',
  'Mobile app on Android 15',
  'Web browser',
]
const freeLicences = 6

/** Desk phones, in use and not. */
export function deviceRows({ seed }: Company): Topic {
  const random = createRandom(seed, 'devices')
  return (people) => devicesOf(people, random)
}

/** On the extensions that nobody has had yet. */
export function* spareDeviceRows({ seed, blankExtensions }: Company): Generator<Row> {
  const random = createRandom(seed, 'spareDevices')
  for (const { id } of blankExtensions) yield deviceRow(id, random.pick(models), 'AVAILABLE', random)
}

function* devicesOf(people: readonly Person[], random: Random): Generator<Row> {
  const device = (extensionId: string, model: string, status: string): Row =>
    deviceRow(extensionId, model, status, random)
  for (const { part, extension, status } of people) {
    if (part.device === 'none') continue
    if (part.device !== undefined) yield device(extension.id, part.device.model, part.device.status)
    else if (status === 'DELETED') yield device(extension.id, random.pick(models), 'RETIRED')
    else if (random.chance(0.6))
      yield device(extension.id, random.pick(models), random.pick(['ACTIVE', 'ACTIVE', 'ACTIVE', 'BINDED', 'RETIRED']))
  }
}

function deviceRow(extensionId: string, model: string, status: string, random: Random): Row {
  return {
    table: 'device',
    values: { id: random.hexId(), extension_id: extensionId, model, mac_address: macAddress(random), status },
  }
}

/** A locally administered address: no maker has it. */
function macAddress(random: Random): string {
  const byte = (): string => random.between(0, 255).toString(16).padStart(2, '0').toUpperCase()
  return ['02', byte(), byte(), byte(), byte(), byte()].join(':')
}

/** A voice licence for everyone who is active, and extras for some. */
export function licenceRows({ seed }: Company): Topic {
  const random = createRandom(seed, 'licences')
  return (people) => licencesOf(people, random)
}

/** Some in the pool, free to assign. */
export function* freeLicenceRows({ seed }: Company): Generator<Row> {
  const random = createRandom(seed, 'freeLicences')
  for (let free = 0; free < freeLicences; free += 1)
    yield licenceRow('Voice Standard', ['US', 'GB', 'DE'][free % 3] ?? 'US', null, random)
}

function* licencesOf(people: readonly Person[], random: Random): Generator<Row> {
  for (const { status, id, site } of people) {
    if (status !== 'ACTIVE') continue
    yield licenceRow(random.chance(0.7) ? 'Voice Standard' : 'Voice Plus', site.country, id, random)
    if (random.chance(0.15)) yield licenceRow('Call Recording Storage 1 GB', site.country, id, random)
  }
}

function licenceRow(name: string, country: string, userId: string | null, random: Random): Row {
  return { table: 'licence', values: { id: random.hexId(), name, country, user_id: userId } }
}

/** Where people are signed in, and were. */
export function sessionRows(company: Company): Topic {
  const random = createRandom(company.seed, 'sessions')
  return (people) => sessionsOf(company, people, random)
}

function* sessionsOf(company: Company, people: readonly Person[], random: Random): Generator<Row> {
  for (const person of people) {
    const open = person.status === 'ACTIVE' ? random.between(1, person.cast ? 3 : 1) : 0
    for (let nth = 0; nth < open; nth += 1) yield session(company, person, random, true)
    if (person.cast && person.status !== 'DELETED') yield session(company, person, random, false)
  }
}

function session({ today }: Company, person: Person, random: Random, open: boolean): Row {
  const lastDay = person.leftOn ?? today
  const started = addDays(lastDay, open ? -random.between(1, 12) : -random.between(20, 60))
  const minutes = random.between(480, 700)
  const at = (day: string, minute: number): string => instantAt(day, minute, person.site.hoursEast)
  return {
    table: 'user_session',
    values: {
      id: random.hexId(),
      user_id: person.id,
      client: random.pick(clients),
      started_at: at(started, minutes),
      ended_at: open ? null : at(addDays(started, random.between(0, 9)), minutes + random.between(5, 500)),
    },
  }
}
