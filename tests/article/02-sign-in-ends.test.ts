import { expect, it } from 'vitest'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

// Row 2: the former user no longer has login access.
it('who was offboarded cannot sign in, and the reason is told', async () => {
  const { services } = await openTestServices(await demoFolder())
  const dana = services.directory.find('dana.whitfield')
  const marcus = services.directory.find('marcus.reyes')
  expect(await services.rules.signInCheck(dana)).toMatchObject({ allowed: true })
  await offboard(services, 'dana.whitfield')
  expect(await services.rules.signInCheck(dana)).toEqual({ allowed: false, reason: 'Dana Whitfield is deactivated.' })
  expect(await services.rules.signInCheck(marcus)).toMatchObject({ allowed: true })
})

it('a blocked sign-in is enough, before the account is deactivated', async () => {
  const { services } = await openTestServices(await demoFolder())
  await offboard(services, 'dana.whitfield', { reset: false, removeLicence: false, status: 'leave' })
  const verdict = await services.rules.signInCheck(services.directory.find('dana.whitfield'))
  expect(verdict).toEqual({ allowed: false, reason: 'Sign-in of Dana Whitfield is blocked.' })
})
