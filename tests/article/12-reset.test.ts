import { expect, it } from 'vitest'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

it('row 12: a reset deletes preferences and what is personal, leaves voicemail and call list on the extension, and frees it', async () => {
  const { services } = await openTestServices(await demoFolder())
  const before = await services.directory.show(services.directory.find('1042'))
  const { id } = before.extension!
  const { run, person } = await offboard(services, '1042', { removeLicence: false, status: 'leave' })
  expect(run.status).toBe('done')
  const left = (table: string): unknown =>
    services.db.prepare(`SELECT count(*) FROM ${table} WHERE extension_id = ?`).pluck().get(id)
  expect([left('voicemail_message'), left('call_log')]).toEqual([before.voicemail.count, before.counts.callLog])
  expect([left('preference'), left('greeting'), left('forwarding_rule')]).toEqual([0, 0, 0])
  expect(services.db.prepare('SELECT * FROM extension WHERE id = ?').get(id)).toMatchObject({
    user_id: null,
    external_caller_id_name: null,
    emergency_address: null,
    voicemail_email: null,
  })
  expect((await services.directory.show(person)).user.status).toBe('ACTIVE')
})
