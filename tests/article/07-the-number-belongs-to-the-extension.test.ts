import { expect, it } from 'vitest'
import { extensionRequest, numbersOn } from '../support/extensions.ts'
import { carryOut, demoFolder, offboard, openTestServices } from '../support/services.ts'

const [dana, colleague] = ['1042', '1009']
const hire = { userName: 'noor.hire', firstName: 'Noor', lastName: 'Hire', primaryEmail: 'noor.hire@example.com' }

it('row 7: without a choice the numbers stay on the extension, which is free', async () => {
  const { services } = await openTestServices(await demoFolder())
  const before = numbersOn(services, dana)
  expect(before.length).toBeGreaterThan(1)
  await offboard(services, 'dana.whitfield')
  expect(numbersOn(services, dana)).toEqual(before)
  const query = { filter: { search: before[0]! }, sort: 'number' as const, descending: false, offset: 0, limit: 1 }
  const { numbers } = await services.extensions.numbers(query)
  expect(numbers[0]).toMatchObject({ state: 'kept', extension: { extensionNumber: dana }, holder: null })
})

it('row 7: a number can be reassigned to another extension while the person leaves, or later', async () => {
  const { services } = await openTestServices(await demoFolder())
  const [first, second] = numbersOn(services, dana)
  const to = { kind: 'reassign' as const, extensionNumber: colleague }
  await offboard(services, 'dana.whitfield', { numbers: { [first!]: to } })
  expect(numbersOn(services, colleague)).toContain(first)
  expect(numbersOn(services, dana)).toEqual([second])
  const later = await carryOut(services, extensionRequest(services, dana, { numbers: { [second!]: to } }))
  expect(later.run.status).toBe('done')
  expect(numbersOn(services, dana)).toEqual([])
  expect(numbersOn(services, colleague)).toEqual(expect.arrayContaining([first, second]))
})

it('row 7: the number can be kept, and the extension given a new profile, which then has both', async () => {
  const { services } = await openTestServices(await demoFolder())
  const before = numbersOn(services, dana)
  await offboard(services, 'dana.whitfield')
  const give = extensionRequest(services, dana, { assignProfile: { ...hire, oldRecords: 'hide' } })
  const { run } = await carryOut(services, give)
  expect([run.status, run.steps.map(({ action }) => action.kind)]).toEqual(['done', ['assignProfile']])
  const { user, extension, phoneNumbers } = await services.directory.show(services.directory.find('noor.hire'))
  expect([user.status, extension?.extensionNumber]).toEqual(['ACTIVE', dana])
  expect(phoneNumbers.map(({ phoneNumber }) => phoneNumber)).toEqual(before)
})

it('row 7: an extension is not given away while somebody has it', async () => {
  const { services } = await openTestServices(await demoFolder())
  const give = extensionRequest(services, dana, { assignProfile: hire })
  const { blockers } = await services.planner.plan(give)
  expect(blockers.map(({ code }) => code)).toEqual(['EXTENSION_NOT_FREE'])
})
