import { expect, it } from 'vitest'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

const elsewhere = ['1042', '+1 212 555 0142', '4155550100', '411', '9111', '+911']

// Row 13: an active device of a deactivated user can still dial an emergency number, and nothing else.
it('an active device dials an emergency number and nothing else', async () => {
  const { services } = await openTestServices(await demoFolder())
  const dial = (number: string): boolean => services.rules.dialCheck('1031', number).allowed
  expect(dial('1042')).toBe(true)
  await offboard(services, 'gus.papadopoulos', {})
  for (const emergency of ['911', '933', '112', '999', '9-1-1']) expect(dial(emergency)).toBe(true)
  for (const number of elsewhere) expect(dial(number)).toBe(false)
})

it('without an active device nothing is dialed', async () => {
  const { services } = await openTestServices(await demoFolder())
  await offboard(services, 'dana.whitfield', {})
  services.db.prepare("UPDATE device SET status = 'RETIRED'").run()
  expect(services.rules.dialCheck('1042', '911')).toEqual({
    allowed: false,
    reason: 'Extension 1042 has no active device.',
  })
})
