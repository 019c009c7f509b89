import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extensionId, userId, voicemailId } from '../../src/shared/ids.ts'
import type { PhoneSystemAction } from '../../src/shared/offboarding/action.ts'
import { openTestPhoneSystem } from '../support/phoneSystem.ts'

const person = userId.parse('u1')
const extension = extensionId.parse('x1')
const reset: PhoneSystemAction = { kind: 'reset', userId: person, extensionId: extension }
const deleteAccount: PhoneSystemAction = { kind: 'delete', userId: person, devicesOn: null }
const ignore = () => {}

describe('an action of the embedded phone system', () => {
  it('takes effect once for one key, and reports the same outcome again', async () => {
    const { phoneSystem, value } = await openTestPhoneSystem()
    const outcomes: string[] = []
    const forward: PhoneSystemAction = { kind: 'forwardCalls', extensionId: extension, to: '+12125550199' }
    await phoneSystem.apply(forward, 'run:1', (outcome) => outcomes.push(outcome.summary), ignore)
    await phoneSystem.apply(forward, 'run:1', (outcome) => outcomes.push(outcome.summary), ignore)
    expect(outcomes).toEqual(['All calls go to +12125550199.', 'All calls go to +12125550199.'])
    expect(value('SELECT count(*) FROM forwarding_rule')).toBe(1)
    expect(value('SELECT id FROM forwarding_rule')).toBe('n1')
  })

  it('is taken back when its outcome cannot be written', async () => {
    const { phoneSystem, value } = await openTestPhoneSystem()
    const full = () => {
      throw new Error('disk full')
    }
    await expect(phoneSystem.apply(reset, 'run:1', full, ignore)).rejects.toThrow('disk full')
    expect(value("SELECT user_id FROM extension WHERE id = 'x1'")).toBe('u1')
    await expect(phoneSystem.observe(reset, 'run:1')).resolves.toBe('notApplied')
  })

  it('reset frees the extension and leaves voicemail and call list on it', async () => {
    const { phoneSystem, value, audio } = await openTestPhoneSystem()
    await phoneSystem.apply(reset, 'run:1', ignore, ignore)
    expect(value("SELECT user_id FROM extension WHERE id = 'x1'")).toBeNull()
    expect(value("SELECT count(*) FROM voicemail_message WHERE extension_id = 'x1'")).toBe(1)
    expect(value("SELECT count(*) FROM call_log WHERE extension_id = 'x1'")).toBe(1)
    expect(existsSync(audio)).toBe(true)
  })

  it('is planned with how many members each group of the person has', async () => {
    const { phoneSystem, database } = await openTestPhoneSystem()
    database.exec(`
      INSERT INTO call_queue VALUES ('q1', 'Inbound', (SELECT id FROM site));
      INSERT INTO call_queue_member VALUES ('q1', 'x1', 'PRIMARY')`)
    const { callQueues } = await phoneSystem.inventory(person)
    expect(callQueues).toEqual([{ id: 'q1', name: 'Inbound', memberType: 'PRIMARY', members: 1 }])
  })

  it('counts only the kinds of groups that the person was in', async () => {
    const { phoneSystem, database } = await openTestPhoneSystem()
    database.exec(`
      INSERT INTO call_queue VALUES ('q1', 'Inbound', (SELECT id FROM site));
      INSERT INTO call_queue_member VALUES ('q1', 'x1', 'PRIMARY');
      DELETE FROM ring_group_member`)
    const outcomes: string[] = []
    const leave: PhoneSystemAction = { kind: 'leaveGroups', extensionId: extension }
    await phoneSystem.apply(leave, 'run:1', (outcome) => outcomes.push(outcome.summary), ignore)
    expect(outcomes).toEqual(['Left 1 call queue.'])
  })

  it('never takes the last primary administrator, whatever was planned when there was another', async () => {
    const { phoneSystem, database, value } = await openTestPhoneSystem()
    database.exec("UPDATE user SET role = 'primaryAdministrator'")
    const actions = [
      { kind: 'revokeSignIn', userId: person },
      { kind: 'deactivate', userId: person },
      deleteAccount,
    ] as const
    for (const action of actions) {
      const applied = phoneSystem.apply(action, `run:${action.kind}`, ignore, ignore)
      await expect(applied).rejects.toMatchObject({ code: 'PLAN_DRIFTED' })
    }
    expect(value("SELECT status || sign_in_revoked FROM user WHERE id = 'u1'")).toBe('ACTIVE0')
  })

  it('parks no number until a day that has come, as in a run that goes on weeks later', async () => {
    const { phoneSystem, value } = await openTestPhoneSystem()
    const park = (until: string): PhoneSystemAction => {
      return { kind: 'number', extensionId: extension, phoneNumber: '+12125550142', choice: { kind: 'park', until } }
    }
    const late = phoneSystem.apply(park('2026-11-23'), 'run:1', ignore, ignore)
    await expect(late).rejects.toMatchObject({ code: 'PLAN_DRIFTED' })
    expect(value('SELECT status FROM phone_number')).toBe('ASSIGNED')
    await phoneSystem.apply(park('2026-11-24'), 'run:2', ignore, ignore)
    expect(value('SELECT parked_until FROM phone_number')).toBe('2026-11-24')
  })

  it('activate takes a day of leaving off that is over, and no other: nobody would give anything to a leaver', async () => {
    const { phoneSystem, database, value } = await openTestPhoneSystem()
    for (const [leavesOn, after] of [
      ['2026-11-22', null],
      ['2026-11-23', '2026-11-23'],
      ['2027-01-31', '2027-01-31'],
    ]) {
      database.prepare("UPDATE user SET status = 'INACTIVE', leaves_on = ?").run(leavesOn)
      await phoneSystem.apply({ kind: 'activate', userId: person }, `run:${leavesOn}`, ignore, ignore)
      expect(value('SELECT leaves_on FROM user')).toBe(after)
    }
  })

  it('gives nothing to the extension of somebody who was offboarded since the plan was made', async () => {
    const { phoneSystem, database, value } = await openTestPhoneSystem()
    database.exec(`
      INSERT INTO user SELECT 'u2', 'marcus.reyes', 'Marcus', 'Reyes', '', 'INACTIVE', 1, locale, timezone, site_id, '', '', role,
        NULL, NULL, NULL, created_time, last_updated_time, NULL FROM user;
      INSERT INTO extension (id, extension_number, fq_extension_number, site_id, user_id) VALUES ('x2', '1017', '231017', 's1', 'u2')`)
    const number = { kind: 'number', extensionId: extension, phoneNumber: '+12125550142' } as const
    const actions: PhoneSystemAction[] = [
      { kind: 'voicemailDisposition', extensionId: extension, choice: { kind: 'forward', extensionNumber: '1017' } },
      { ...number, choice: { kind: 'reassign', extensionNumber: '1017' } },
      { kind: 'forwardCalls', extensionId: extension, to: '1017' },
    ]
    const applyAll = () => actions.map((one, index) => phoneSystem.apply(one, `run:${index}`, ignore, ignore))
    for (const applied of applyAll()) await expect(applied).rejects.toMatchObject({ code: 'PLAN_DRIFTED' })
    expect(value("SELECT count(*) FROM voicemail_message WHERE extension_id = 'x1'")).toBe(1)
    // A free extension still takes a number, and nothing else.
    database.exec("UPDATE extension SET user_id = NULL WHERE id = 'x2'")
    const [voicemail, freed, calls] = await Promise.allSettled(applyAll())
    expect([voicemail, freed, calls].map((one) => one?.status)).toEqual(['rejected', 'fulfilled', 'rejected'])
  })

  it('refuses to reset an extension that is someone else’s by now', async () => {
    const { phoneSystem, database } = await openTestPhoneSystem()
    database.exec("UPDATE extension SET user_id = NULL WHERE id = 'x1'")
    await expect(phoneSystem.apply(reset, 'run:1', ignore, ignore)).rejects.toMatchObject({ code: 'PLAN_DRIFTED' })
  })

  it('delete without a reset takes voicemail and audio with it, and keeps the call record with the name as it was', async () => {
    const { phoneSystem, value, audio } = await openTestPhoneSystem()
    await phoneSystem.apply(deleteAccount, 'run:1', ignore, ignore)
    expect(value('SELECT count(*) FROM voicemail_message')).toBe(0)
    expect(existsSync(audio)).toBe(false)
    expect(value('SELECT caller_name FROM call_record')).toBe('Dana Whitfield')
    expect(value('SELECT status FROM user')).toBe('DELETED')
    expect(value('SELECT count(*) FROM audio_removal')).toBe(0)
  })

  it('delete after a reset leaves the voicemail on the freed extension', async () => {
    const { phoneSystem, value, audio } = await openTestPhoneSystem()
    await phoneSystem.apply(reset, 'run:1', ignore, ignore)
    await phoneSystem.apply({ ...deleteAccount, devicesOn: extension }, 'run:2', ignore, ignore)
    expect(value('SELECT count(*) FROM voicemail_message')).toBe(1)
    expect(existsSync(audio)).toBe(true)
    expect(value('SELECT status FROM device')).toBe('RETIRED')
  })

  it('delete leaves the devices of whoever got the freed extension meanwhile', async () => {
    const { phoneSystem, database, value } = await openTestPhoneSystem()
    await phoneSystem.apply(reset, 'run:1', ignore, ignore)
    const profile = { firstName: 'Kim', lastName: 'Larsen', userName: 'kim.larsen', primaryEmail: 'kim@example.com' }
    const assign = {
      kind: 'assignProfile',
      extensionId: extension,
      profile: { ...profile, oldRecords: 'hide' },
    } as const
    await phoneSystem.apply(assign, 'run:2', ignore, ignore)
    database.exec("UPDATE device SET status = 'ACTIVE'")
    await phoneSystem.apply({ ...deleteAccount, devicesOn: extension }, 'run:3', ignore, ignore)
    expect(value('SELECT status FROM device')).toBe('ACTIVE')
  })

  it('a deactivated user can be activated again', async () => {
    const { phoneSystem, value } = await openTestPhoneSystem()
    await phoneSystem.apply({ kind: 'deactivate', userId: person }, 'run:1', ignore, ignore)
    expect(value('SELECT status FROM user')).toBe('INACTIVE')
    await phoneSystem.apply({ kind: 'activate', userId: person }, 'run:2', ignore, ignore)
    expect([
      value('SELECT status FROM user'),
      value('SELECT sign_in_revoked FROM user'),
      value('SELECT left_at FROM user'),
    ]).toEqual(['ACTIVE', 0, null])
  })

  it('a number that has moved since the plan is not moved again', async () => {
    const { phoneSystem, database } = await openTestPhoneSystem()
    database.exec("UPDATE phone_number SET extension_id = NULL, status = 'AVAILABLE'")
    const release: PhoneSystemAction = {
      kind: 'number',
      extensionId: extension,
      phoneNumber: '+12125550142',
      choice: { kind: 'release' },
    }
    await expect(phoneSystem.apply(release, 'run:1', ignore, ignore)).rejects.toMatchObject({ code: 'PLAN_DRIFTED' })
  })

  it('a new profile needs a free extension, and a deleted user’s name can be given again', async () => {
    const { phoneSystem, value } = await openTestPhoneSystem()
    const profile = {
      userName: 'Dana.Whitfield',
      firstName: 'Dana',
      lastName: 'Whitfield',
      primaryEmail: 'd@example.com',
      oldRecords: 'handOver' as const,
    }
    const assign: PhoneSystemAction = { kind: 'assignProfile', extensionId: extension, profile }
    await expect(phoneSystem.apply(assign, 'run:1', ignore, ignore)).rejects.toMatchObject({ code: 'PLAN_DRIFTED' })
    await phoneSystem.apply(deleteAccount, 'run:2', ignore, ignore)
    await phoneSystem.apply(assign, 'run:3', ignore, ignore)
    expect(value("SELECT count(*) FROM user WHERE status = 'ACTIVE'")).toBe(1)
  })

  it('a path that leaves the audio folder is not read', async () => {
    const { phoneSystem, database } = await openTestPhoneSystem()
    database.exec("UPDATE voicemail_message SET file = '../offhook.sqlite'")
    await expect(phoneSystem.openAudio(voicemailId.parse('v1'))).rejects.toMatchObject({ code: 'FILE_PROBLEM' })
  })
})
