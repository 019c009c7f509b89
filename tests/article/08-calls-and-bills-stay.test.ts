import { expect, it } from 'vitest'
import { analyticsFilter, billFilter } from '../../src/shared/analytics/model.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

// Row 8, billing records and call history stay; row 11, others still see their calls with the person.
it('a deleted person keeps calls and bills in Analytics, and a peer sees the same calls with the same name', async () => {
  const { services } = await openTestServices(await demoFolder())
  const { analytics, directory } = services
  const person = directory.find('dana.whitfield')
  const of = (userId: string) => ({
    filter: analyticsFilter.parse({ who: { kind: 'person', userId }, direction: 'internal' }),
    limit: 200,
  })
  const first = (await analytics.calls(of(person))).calls[0]!
  const peer = first.caller.userId === person ? first.callee.userId! : first.caller.userId!
  const look = async () => ({
    calls: await analytics.callTotals(analyticsFilter.parse({ who: { kind: 'person', userId: person } })),
    bills: await analytics.billTotals(billFilter.parse({ userId: person })),
    peer: (await analytics.calls(of(peer))).calls.map(({ id, caller, callee, startedAt }) => [
      id,
      startedAt,
      caller.name,
      callee.name,
    ]),
  })
  const before = await look()
  const { run } = await offboard(services, 'dana.whitfield', { delete: true }, '1042')
  expect(run.status).toBe('done')
  expect(await look()).toEqual(before)
  expect(before.bills.records).toBeGreaterThan(0)
  expect(JSON.stringify(before.peer)).toContain('Dana Whitfield')
  const gone = await analytics.calls({
    ...of(person),
    filter: analyticsFilter.parse({ who: { kind: 'person', userId: person }, goneOnly: true }),
  })
  const sides = gone.calls.flatMap(({ caller, callee }) => [caller, callee]).filter(({ userId }) => userId === person)
  expect(new Set(sides.map((side) => `${side.name} ${side.gone}`))).toEqual(new Set(['Dana Whitfield true']))
  expect((await analytics.people({ search: 'whitfield', goneOnly: true })).map(({ userId }) => userId)).toContain(
    person,
  )
})
