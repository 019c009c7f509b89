import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { insertArchive, type NewArchive } from '../../src/main/archive/archiveRepository.ts'
import { freeBytes } from '../../src/main/files/freeBytes.ts'
import { requireWritable } from '../../src/main/files/requireWritable.ts'
import type { Services } from '../../src/main/services.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import { cli, jsonLines } from '../support/cli.ts'
import { operator } from '../support/inventory.ts'
import { demoFolder, offboard, openTestServices, startPlan } from '../support/services.ts'
import { testFolder } from '../support/folder.ts'
import { sha256Of } from '../support/person.ts'
import { fillDisk, mayMount, readOnlyDisk, smallDisk } from '../support/smallDisk.ts'

const open = async (): Promise<Services> => (await openTestServices(await demoFolder())).services

describe.skipIf(!mayMount)('a read-only archive folder (needs root, to mount one)', () => {
  // Would catch: a person who cannot sign in any more, although nothing of theirs could be saved.
  it('refuses the run before anything is changed', async () => {
    const services = await open()
    const archiveFolder = readOnlyDisk()
    const request = { kind: 'person' as const, userId: services.directory.find('1042'), choices: choices.parse({}) }
    const { hash: planHash } = await services.planner.plan(request)
    const { approval } = await services.runs.approve(request, planHash)
    const start = { request, planHash, approval, confirm: null, draftId: null }
    for (const folder of [archiveFolder, join(archiveFolder, 'not', 'made')])
      await expect(services.runs.start({ ...start, archiveFolder: folder })).rejects.toMatchObject({
        code: 'FILE_PROBLEM',
        message: expect.stringMatching(/may not be written to \(EROFS\)/) as string,
      })
    expect(services.runs.list({ offset: 0, limit: 10 })).toEqual([])
    expect(services.db.prepare('SELECT sign_in_revoked FROM user WHERE id = ?').pluck().get(request.userId)).toBe(0)
  })
})

// Root may write there, says access(); so it does of shares that then refuse.
describe.skipIf(!existsSync('/sys/kernel'))('a folder that the system itself does not let be written', () => {
  // Would catch: a person who cannot sign in any more, although nothing of theirs could be saved.
  it.each(['/sys', '/sys/not/made', '/proc'])('refuses the run before anything is changed (%s)', async (folder) => {
    await expect(requireWritable(folder, 'the archive folder')).rejects.toMatchObject({ code: 'FILE_PROBLEM' })
    const { services } = await openTestServices(await demoFolder())
    const request = { kind: 'person' as const, userId: services.directory.find('1042'), choices: choices.parse({}) }
    const { hash: planHash } = await services.planner.plan(request)
    const { approval } = await services.runs.approve(request, planHash)
    const start = { request, planHash, approval, archiveFolder: folder, confirm: null, draftId: null }
    await expect(services.runs.start(start)).rejects.toMatchObject({ code: 'FILE_PROBLEM' })
    expect(services.runs.list({ offset: 0, limit: 10 })).toEqual([])
  })

  it('is refused by the command line, with what to do', async () => {
    const data = await demoFolder()
    const { code, err } = await cli(['offboard', '1042', '--archive', '/sys', '--confirm', '1042', '--data', data])
    expect([code, err]).toEqual([1, expect.stringContaining('The archive folder may not be written to (EACCES).')])
    expect(jsonLines((await cli(['runs', '--json', '--data', data])).out)).toEqual([])
    const [person] = jsonLines((await cli(['users', '--json', '--search', '1042', '--data', data])).out)
    expect(person).toMatchObject({ status: 'ACTIVE' })
  })
})

describe('a folder that is asked whether it can be written', () => {
  it('has nothing in it afterwards that was not there before', async () => {
    const folder = testFolder()
    writeFileSync(join(folder, 'kept'), 'kept')
    await requireWritable(folder, 'the archive folder')
    await requireWritable(join(folder, 'not', 'made'), 'the archive folder')
    expect(readdirSync(folder)).toEqual(['kept'])
  })

  it.skipIf(!mayMount)('and takes no byte more is told as a full disk, and has nothing left in it', async () => {
    const disk = smallDisk('300k')
    fillDisk(join(disk, 'filler'))
    writeFileSync(join(disk, 'last'), Buffer.alloc((await freeBytes(disk)) ?? 0))
    await expect(requireWritable(disk, 'the archive folder')).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(readdirSync(disk)).toEqual(['filler', 'last'])
  })
})

describe('the archive of a run', () => {
  // Would catch: a run that makes another archive invalid, because it writes into its payload.
  it.each(['data', 'data/not/made', '.'])('is never made in another archive (%s)', async (below) => {
    const services = await open()
    const { run } = await offboard(services, '1042')
    const request = { kind: 'person' as const, userId: services.directory.find('1017'), choices: choices.parse({}) }
    const { hash: planHash } = await services.planner.plan(request)
    const { approval } = await services.runs.approve(request, planHash)
    const archiveFolder = join(run.archive!, below)
    const start = { request, planHash, approval, archiveFolder, confirm: null, draftId: null }
    await expect(services.runs.start(start)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: expect.stringContaining('lies in an archive') as string,
    })
  })

  // Would catch: a run that fails for ever because a look found its bag before the run had told of it.
  it('becomes the run’s where a look was quicker, and stays another run’s where it is one', async () => {
    const services = await open()
    const { run } = await offboard(services, '1042')
    const saved = services.db.prepare<[], NewArchive>('SELECT * FROM archive').get()!
    const row = { ...saved, runId: run.id, personName: 'Dana', extension: '1042', createdAt: 'now', verifiedAt: null }
    const again = { ...row, id: 'other', manifestSha256: '0'.repeat(64), tagmanifestSha256: '1'.repeat(64) }
    expect(() => insertArchive(services.db, again)).toThrow('the archive of another run')
    services.db.prepare('UPDATE archive SET run_id = NULL').run()
    insertArchive(services.db, again)
    expect(services.db.prepare('SELECT id, run_id FROM archive').all()).toEqual([{ id: saved.id, run_id: run.id }])
  })

  // Would catch: a manifest of the tag files that is damaged before the first look, and then recorded as it should be.
  it('is remembered with both of its manifests from its seal on', async () => {
    const services = await open()
    const { run } = await offboard(services, '1042')
    const tagmanifest = readFileSync(join(run.archive!, 'tagmanifest-sha256.txt'))
    const recorded = services.db.prepare('SELECT tagmanifest_sha256 FROM archive').pluck().get()
    expect(recorded).toBe(sha256Of(tagmanifest))
  })

  // Would catch: a run's page that says of a lost archive that it is proven.
  it('is told with its run as it was found since', async () => {
    const services = await open()
    const { run } = await offboard(services, '1042')
    const again = async () => {
      await services.archives.verify(run.archiveId!, { signal: new AbortController().signal, report: () => undefined })
      return services.runs.show(run.id).archiveTrouble
    }
    expect([run.archiveTrouble, await again()]).toEqual([null, null])
    writeFileSync(join(run.archive!, 'data', 'custody.json'), '{}')
    expect(await again()).toMatchObject({ state: 'damaged', problems: 2 })
    renameSync(run.archive!, `${run.archive!} away`)
    expect(await again()).toMatchObject({ state: 'missing', problems: 0 })
  })

  // Would catch: two people of one name who are offboarded in the same minute, in one folder.
  it('is in a folder of its own before it is made', async () => {
    const services = await open()
    const archiveFolder = testFolder()
    const paths = await Promise.all(
      ['dana.whitfield', 'marcus.reyes'].map(async (person) => {
        const userId = services.directory.find(person)
        services.db.prepare("UPDATE user SET first_name = 'John', last_name = 'Smith' WHERE id = ?").run(userId)
        const request = { kind: 'person' as const, userId, choices: choices.parse({}) }
        const { hash: planHash } = await services.planner.plan(request)
        const { approval } = await services.runs.approve(request, planHash)
        const start = { request, planHash, approval, archiveFolder, confirm: null, draftId: null }
        const run = await services.runs.settled(await services.runs.start(start))
        expect([run.status, run.error]).toEqual(['done', null])
        return run.archive
      }),
    )
    expect(new Set(paths).size).toBe(2)
  })

  // Would catch: a deactivation that the audit books on somebody who had gone home.
  it('and what follows are the work of who had the run go on', async () => {
    const services = await open()
    const request = { kind: 'person' as const, userId: services.directory.find('1042'), choices: choices.parse({}) }
    const audio = join(services.audioFolder)
    renameSync(audio, `${audio} away`)
    const { runId } = await startPlan(services, request)
    expect((await services.runs.settled(runId)).status).toBe('failed')
    renameSync(`${audio} away`, audio)
    services.session.actAs({ ...operator, name: 'Second Admin', auditPrivilege: false })
    services.runs.resume(runId)
    const run = await services.runs.settled(runId)
    expect(run.status).toBe('done')
    const acted = services.db
      .prepare("SELECT DISTINCT operator FROM audit_entry WHERE action IN ('run.deactivate', 'run.done', 'run.reset')")
      .pluck()
    expect(acted.all()).toEqual(['Second Admin'])
    expect(existsSync(dirname(run.archive!))).toBe(true)
    expect(readFileSync(join(run.archive!, 'data', 'custody.json'), 'utf8')).toContain('Second Admin')
  })

  // Would catch: voicemail that goes to somebody who left, because they had not when the plan was approved.
  it('and what follows wait where the extension that the plan names cannot take anything over any more', async () => {
    const services = await open()
    const userId = services.directory.find('dana.whitfield')
    const { users } = await services.directory.list({
      filter: { search: '', status: 'ACTIVE', leaving: false },
      sort: 'extension',
      descending: false,
      offset: 0,
      limit: 1,
    })
    const target = users[0]!
    const voicemail = { kind: 'forward' as const, extensionNumber: target.extension! }
    renameSync(services.audioFolder, `${services.audioFolder} away`)
    const { runId } = await startPlan(services, { kind: 'person', userId, choices: choices.parse({ voicemail }) })
    expect((await services.runs.settled(runId)).status).toBe('failed')
    renameSync(`${services.audioFolder} away`, services.audioFolder)
    const setStatus = services.db.prepare('UPDATE user SET status = ? WHERE id = ?')
    setStatus.run('INACTIVE', target.id)
    expect(() => services.runs.resume(runId)).toThrow(`extension ${target.extension}`)
    setStatus.run('ACTIVE', target.id)
    services.runs.resume(runId)
    expect((await services.runs.settled(runId)).status).toBe('done')
  })
})
