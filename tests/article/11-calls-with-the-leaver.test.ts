import { expect, it } from 'vitest'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

const peersCalls = `
  SELECT call_record.* FROM call_log JOIN call_record ON call_record.id = call_log.call_record_id
  WHERE extension_id <> @extension AND @person IN (caller_user_id, callee_user_id) ORDER BY call_record.id`

it('row 11: the leaver’s call list and preferences go from the PBX, and other users still see their calls with the leaver', async () => {
  const { services } = await openTestServices(await demoFolder())
  const before = await services.directory.show(services.directory.find('1042'))
  const names = { person: before.user.id, extension: before.extension!.id }
  const seen = services.db.prepare(peersCalls).all(names)
  expect(seen.length).toBeGreaterThan(0)
  await offboard(services, '1042', { reset: false, delete: true }, '1042')
  expect(services.db.prepare(peersCalls).all(names)).toEqual(seen)
  for (const table of ['call_log', 'preference'])
    expect(
      services.db.prepare(`SELECT count(*) FROM ${table} WHERE extension_id = ?`).pluck().get(names.extension),
    ).toBe(0)
  expect((await services.directory.show(before.user.id)).counts.callRecord).toBe(before.counts.callRecord)
})
