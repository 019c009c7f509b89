import { expect, it } from 'vitest'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

it('row 3: meetings and contacts are permanently deleted with the account, and offered for the archive before', async () => {
  const { services } = await openTestServices(await demoFolder())
  const before = await services.directory.show(services.directory.find('1042'))
  expect(Math.min(before.counts.meeting, before.counts.contact)).toBeGreaterThan(0)
  const { run, person } = await offboard(services, '1042', { delete: true }, '1042')
  expect(run.status).toBe('done')
  const said = run.plan.effects.filter(({ what }) => what === 'meeting' || what === 'contact')
  expect(said.map(({ fate, count }) => [fate, count])).toEqual([
    ['removed', before.counts.meeting],
    ['removed', before.counts.contact],
  ])
  const { counts } = await services.directory.show(person)
  expect([counts.meeting, counts.contact]).toEqual([0, 0])
})
