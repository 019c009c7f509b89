import { expect, it } from 'vitest'
import { extensionRequest, messagesOn, numbersOn } from '../support/extensions.ts'
import { carryOut, demoFolder, offboard, openTestServices } from '../support/services.ts'

const dana = '1042'
const hire = { userName: 'noor.hire', firstName: 'Noor', lastName: 'Hire', primaryEmail: 'noor.hire@example.com' }

// Would catch: messages that go, or follow the person, when the extension changes hands.
it('row 4: voicemail stays on the extension when the person leaves, when nobody has it, and when somebody new gets it', async () => {
  const { services } = await openTestServices(await demoFolder())
  const before = messagesOn(services, dana)
  expect(before.length).toBeGreaterThan(10)
  const { person } = await offboard(services, 'dana.whitfield', { delete: true }, dana)
  expect(messagesOn(services, dana)).toEqual(before)
  const left = await services.directory.show(person)
  expect([left.user.status, left.extension, left.voicemail.count]).toEqual(['DELETED', null, 0])

  const give = extensionRequest(services, dana, { assignProfile: { ...hire, oldRecords: 'handOver' } })
  expect((await carryOut(services, give)).run.status).toBe('done')
  expect(messagesOn(services, dana)).toEqual(before)
  const given = await services.directory.show(services.directory.find('noor.hire'))
  expect([given.extension?.extensionNumber, given.voicemail.count]).toEqual([dana, before.length])
})

it('row 4: a number that moves to another extension takes no voicemail with it', async () => {
  const { services } = await openTestServices(await demoFolder())
  const [mine, theirs] = [messagesOn(services, dana), messagesOn(services, '1009')]
  const [number] = numbersOn(services, dana)
  const numbers = { [number!]: { kind: 'reassign' as const, extensionNumber: '1009' } }
  expect((await carryOut(services, extensionRequest(services, dana, { numbers }))).run.status).toBe('done')
  expect(numbersOn(services, '1009')).toContain(number)
  expect([messagesOn(services, dana), messagesOn(services, '1009')]).toEqual([mine, theirs])
})

it('row 4: the messages on a free extension can be listed, heard and saved', async () => {
  const { services } = await openTestServices(await demoFolder())
  await offboard(services, 'dana.whitfield')
  const messages = messagesOn(services, dana)
  const shown = await services.extensions.show(services.extensions.find(dana))
  expect([shown.row.holder, shown.row.voicemails]).toEqual([null, messages.length])
  const request = { kind: 'messages' as const, messageIds: messages.slice(0, 2).map(({ id }) => id) }
  expect((await carryOut(services, request)).run).toMatchObject({ status: 'done', messages: { proven: 2 } })
})
