import { expect, it } from 'vitest'
import { createRetention } from '../../src/main/features/retention/service.ts'
import { overSql } from '../../src/main/phoneSystem/embedded/parking.ts'
import { extensionRequest } from '../support/extensions.ts'
import { carryOut, demoFolder, offboard, openTestServices } from '../support/services.ts'
import { cli } from '../support/cli.ts'
import { queryPlan } from '../support/queryPlan.ts'

const parkedNumber = '+12125550142'
const until = '2027-01-31'
const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** A time of the place where the test runs, as the moment that it is: a parking ends with its day there. */
const here = (time: string): string => new Date(time).toISOString()

/** Dana has left, and her number is parked until the end of January. */
async function openParked() {
  const opened = await openTestServices(await demoFolder())
  const { services, clock } = opened
  const { db } = services
  const retention = createRetention({ db, clock, log: silent })
  const { run } = await offboard(services, 'dana.whitfield', {
    reset: false,
    removeLicence: false,
    status: 'leave',
    numbers: { [parkedNumber]: { kind: 'park', until } },
  })
  const number = () =>
    db
      .prepare<[], { status: string; parked_until: string | null; extension_id: string | null }>(
        `SELECT status, parked_until, extension_id FROM phone_number WHERE phone_number = '${parkedNumber}'`,
      )
      .get()!
  const entries = (): { subject: string; detail: { count: number; numbers: { phoneNumber: string }[] } }[] =>
    db
      .prepare<[], { content: string }>(
        'SELECT content FROM audit_entry WHERE content LIKE \'%"number.parkingOver"%\' ORDER BY seq',
      )
      .all()
      .map(({ content }) => JSON.parse(content) as ReturnType<typeof entries>[number])
  return { ...opened, db, retention, run, number, entries }
}

it('a parked number is available from the day after its last one, as its plan said, and the audit tells of it once', async () => {
  const { clock, retention, run, number, entries } = await openParked()
  expect(run.plan.effects.find(({ items }) => items.includes(parkedNumber))).toMatchObject({
    fate: 'frozen',
    where: 'Parked: rings nowhere; available afterwards',
    until,
  })
  clock.set(here(`${until}T23:59:59.999`))
  await retention.sweep()
  expect(number()).toMatchObject({ status: 'PARKED', parked_until: until })
  const before = entries().length

  clock.set(here('2027-02-01T00:00:00.000'))
  const { unparked } = await retention.sweep()
  expect(unparked).toContainEqual({ phoneNumber: parkedNumber, parkedUntil: until })
  expect(number()).toEqual({ status: 'AVAILABLE', parked_until: null, extension_id: null })
  expect(entries().slice(before)).toMatchObject([{ detail: { count: unparked.length, numbers: unparked } }])
  expect((await retention.sweep()).unparked).toEqual([])
  expect(entries()).toHaveLength(before + 1)
})

it('a clock that is set back takes nothing back, and ends no parking', async () => {
  const { clock, retention, number } = await openParked()
  clock.set(here('2020-01-01T00:00:00.000'))
  await retention.sweep()
  expect(number().status).toBe('PARKED')
  clock.set(here('2027-02-01T00:00:00.000'))
  await retention.sweep()
  clock.set(here('2026-12-01T00:00:00.000'))
  await retention.sweep()
  expect(number().status).toBe('AVAILABLE')
})

it('after its parking a number still comes back by an undo, unless somebody got it meanwhile', async () => {
  const { services, clock, retention, run, number } = await openParked()
  clock.set(here('2027-02-01T00:00:00.000'))
  await retention.sweep()
  const { position } = run.steps.find(({ action }) => action.kind === 'number')!
  const request = { kind: 'undo', runId: run.id, position } as const
  expect((await services.planner.plan(request)).blockers).toEqual([])
  const given = await carryOut(services, extensionRequest(services, '1009', { reclaim: [parkedNumber] }))
  expect((await services.planner.plan(request)).blockers.map(({ code }) => code)).toEqual(['UNDO_NOTHING_LEFT'])
  await carryOut(services, { kind: 'undo', runId: given.runId, position: given.run.steps[0]!.position })
  expect(number()).toMatchObject({ status: 'AVAILABLE', extension_id: null })
  expect((await carryOut(services, request)).run.status).toBe('done')
  expect(number()).toMatchObject({ status: 'ASSIGNED', parked_until: null })
})

it('the clock does not go through all numbers for them', async () => {
  const { db } = await openParked()
  expect(queryPlan(db, overSql, [until])).toContain('SEARCH phone_number USING INDEX phone_number_parked')
})

it('the command line says which numbers are available again', async () => {
  const { services, dataFolder } = await openParked()
  await services.close()
  const swept = await cli(['retention', 'run', '--now', here('2027-02-01T00:00:00'), '--data', dataFolder])
  expect([swept.code, swept.err]).toEqual([0, expect.stringContaining(`${parkedNumber} is available`)])
  expect((await cli(['audit', 'verify', '--data', dataFolder])).code).toBe(0)
})

// What goes when was read from the plan of the newest run: the undo of another step hid a number that was still parked.
it('the person has the number among what goes when as long as it is parked, whatever other run came later', async () => {
  const { services, clock, run, retention } = await openParked()
  const person = services.directory.find('dana.whitfield')
  const parked = [{ phoneNumber: parkedNumber, where: 'Parked: rings nowhere; available afterwards', until }]
  const undo = async (kind: string) => {
    const { position } = run.steps.find(({ action }) => action.kind === kind)!
    return carryOut(services, { kind: 'undo', runId: run.id, position })
  }
  await undo('revokeSignIn')
  expect(retention.ofPerson(person).numbers).toEqual(parked)
  clock.set(here(`${until}T12:00:00.000`))
  expect(retention.ofPerson(person).numbers).toEqual(parked)
  clock.set(here('2027-02-01T12:00:00.000'))
  expect(retention.ofPerson(person).numbers).toEqual([])
  clock.set(here(`${until}T12:00:00.000`))
  await undo('number')
  expect(retention.ofPerson(person).numbers).toEqual([])
})
