import { expect, it, onTestFinished } from 'vitest'
import { choices } from '../../src/shared/offboarding/choices.ts'
import { dayHere } from '../../src/shared/dayHere.ts'
import { firstParkDay } from '../../src/shared/offboarding/parking.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

const dana = '1042'
const number = '+12125550192'

async function openIn(zone: string, now: string) {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  onTestFinished(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })
  const { services, clock } = await openTestServices(await demoFolder())
  clock.set(now)
  return { services, clock, today: dayHere(new Date(now)) }
}

// Would catch: a plan that is a day ahead in the evening of America, or behind in the morning of Asia, of what the window says.
it.each([
  ['America/New_York', '2026-11-24T01:30:00.000Z', true],
  ['Asia/Tokyo', '2026-11-23T23:30:00.000Z', false],
])('a plan counts by the days of the place, in %s', async (zone, now, later) => {
  const { services, today } = await openIn(zone, now)
  const userId = services.directory.find(dana)
  services.db.prepare("UPDATE user SET leaves_on = '2026-11-24' WHERE id = ?").run(userId)
  const { asOf, warnings } = await services.planner.plan({ kind: 'person', userId, choices: choices.parse({}) })
  expect([asOf, warnings.some(({ code }) => code === 'LEAVES_LATER')]).toEqual([today, later])
})

it('a number is parked through its last day there, and no longer', async () => {
  const { services, clock, today } = await openIn('America/New_York', '2026-11-24T01:30:00.000Z')
  const until = firstParkDay(today)
  const { run } = await offboard(services, dana, { numbers: { [number]: { kind: 'park', until } } })
  expect([run.status, until]).toEqual(['done', '2026-11-24'])
  const status = (): unknown =>
    services.db.prepare('SELECT status FROM phone_number WHERE phone_number = ?').pluck().get(number)
  clock.set('2026-11-25T04:59:00.000Z')
  await services.retention.sweep()
  expect(status()).toBe('PARKED')
  clock.set('2026-11-25T05:01:00.000Z')
  await services.retention.sweep()
  expect(status()).toBe('AVAILABLE')
})

// Would catch: records of faxes that the plan says go on one day, and the page and the sweep say go on another.
it.each([
  ['America/Los_Angeles', '2026-11-24T01:30:00.000Z', '2027-11-23'],
  ['Asia/Tokyo', '2026-11-23T23:30:00.000Z', '2027-11-24'],
])('other records go on the day that the plan said, in %s', async (zone, now, until) => {
  const { services, clock } = await openIn(zone, now)
  const userId = services.directory.find(dana)
  const { run } = await offboard(services, dana)
  expect(run.plan.effects.find(({ what }) => what === 'fax')?.until).toBe(until)
  expect(services.retention.ofPerson(userId).removedOn).toBe(until)
  clock.set(new Date(`${until}T00:00:00.000`).toISOString())
  expect((await services.retention.sweep()).removed.map((one) => one.userId)).not.toContain(userId)
  clock.set(new Date(`${until}T23:59:59.999`).toISOString())
  expect((await services.retention.sweep()).removed.map((one) => one.userId)).toContain(userId)
})
