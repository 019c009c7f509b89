import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

it('row 5: without a proven archive nothing is reset, taken away or deleted', async () => {
  let damaged = false
  const { services } = await openTestServices(await demoFolder(), ({ name, payload }) => {
    if (damaged || name !== 'runs.changed' || !('runId' in payload)) return
    const { steps, archive } = services.runs.show(payload.runId)
    if (steps.find(({ action }) => action.kind === 'archiveVoicemail')?.status !== 'done') return
    damaged = true
    const folder = join(archive!, 'data', 'voicemail')
    rmSync(
      join(
        folder,
        readdirSync(folder).find((file) => /\.(wav|mp3)$/.test(file))!,
      ),
    )
  })
  const before = await services.directory.show(services.directory.find('1042'))
  const { run, person } = await offboard(services, '1042', { voicemail: { kind: 'delete' }, delete: true }, '1042')
  expect(run).toMatchObject({ status: 'failed', error: { code: 'ARCHIVE_NOT_PROVEN' } })
  const after = await services.directory.show(person)
  expect(after.user.status).toBe('ACTIVE')
  expect([after.extension, after.voicemail, after.licences]).toEqual([
    before.extension,
    before.voicemail,
    before.licences,
  ])
})
