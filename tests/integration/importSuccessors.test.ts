import { describe, expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import type { ExtensionId } from '../../src/shared/ids.ts'
import { extensionChoices } from '../../src/shared/offboarding/choices.ts'
import { fileOf } from '../support/importData.ts'
import { openPausing } from '../support/pausing.ts'
import { demoFolder, offboard, openTestServices, startPlan } from '../support/services.ts'

const nina = 'User name,First name,Last name,Ext\nnew.person,Nina,New,1042\n'

const importUsers = (services: Services, text: string) =>
  services.imports.users({ path: fileOf(text), mapping: {}, skipInvalid: false })

describe('a user who is imported onto a free extension', () => {
  // Would catch: a successor who hears what the administrator was told to be with the administrators alone.
  it('does not hear what an earlier user left on it', async () => {
    const { services } = await openTestServices(await demoFolder())
    const { run } = await offboard(services, '1042')
    const kept = run.plan.effects.find(({ what }) => what === 'voicemailMessage')
    expect(kept).toMatchObject({ seenBy: 'Administrators' })
    await importUsers(services, nina)
    const { voicemail } = await services.directory.show(services.directory.find('new.person'))
    expect(voicemail.count).toBeGreaterThan(0)
    expect(voicemail.hidden).toBe(voicemail.count)
    const open = services.db
      .prepare(
        "SELECT count(*) FROM call_log JOIN extension ON extension.id = extension_id WHERE extension_number = '1042' AND is_hidden = 0",
      )
      .pluck()
    expect(open.get()).toBe(0)
  })

  it('hears what was imported for the mailbox before anybody had it', async () => {
    const { services } = await openTestServices(await demoFolder())
    const free = services.db
      .prepare<[], { id: string; number: string }>(
        `SELECT id, extension_number AS number FROM extension WHERE user_id IS NULL
          AND id NOT IN (SELECT extension_id FROM extension_former_user) LIMIT 1`,
      )
      .get()!
    services.db
      .prepare('UPDATE voicemail_message SET extension_id = ? WHERE id = (SELECT min(id) FROM voicemail_message)')
      .run(free.id)
    await importUsers(services, nina.replace('1042', free.number))
    const { voicemail } = await services.directory.show(services.directory.find('new.person'))
    expect(voicemail).toMatchObject({ count: 1, hidden: 0 })
  })

  // Would catch: a number of somebody new that is released, because the plan was made when nobody had the extension.
  it('waits for a run that works on it', async () => {
    const { services, pauseAfter } = await openPausing()
    await offboard(services, '1042')
    const one = services.db
      .prepare<[], { id: ExtensionId; number: string }>(
        `SELECT extension.id, phone_number AS number FROM extension JOIN phone_number ON extension_id = extension.id
          WHERE extension_number = '1042'`,
      )
      .get()!
    pauseAfter('archiveVoicemail')
    const choices = extensionChoices.parse({ numbers: { [one.number]: { kind: 'release' } } })
    const { runId } = await startPlan(services, { kind: 'extension', extensionId: one.id, choices })
    expect(await services.runs.settled(runId)).toMatchObject({ status: 'paused' })
    await expect(importUsers(services, nina)).rejects.toMatchObject({
      code: 'IMPORT_REJECTED',
      message: expect.stringContaining('A run on extension 1042 is not finished') as string,
    })
    services.runs.resume(runId)
    expect(await services.runs.settled(runId)).toMatchObject({ status: 'done' })
    expect(await importUsers(services, nina)).toMatchObject({ imported: 1 })
  })
})
