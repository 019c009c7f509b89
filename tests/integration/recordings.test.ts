import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { voicemailId, type VoicemailId } from '../../src/shared/ids.ts'
import { cli } from '../support/cli.ts'
import { demoFolder, offboard, openTestServices, startRun } from '../support/services.ts'

const dana = '1042'

/** The messages of an extension of the demo company, oldest first, with where their audio lies. */
async function openMailbox() {
  const opened = await openTestServices(await demoFolder())
  const { services, dataFolder } = opened
  const rows = services.db
    .prepare<[string], { id: string; file: string; bytes: number; sha256: string }>(
      `SELECT m.id, file, bytes, sha256 FROM voicemail_message m JOIN extension ON extension.id = extension_id
        WHERE extension_number = ? ORDER BY received_at, m.id`,
    )
    .all(dana)
    .map((row) => ({ ...row, id: voicemailId.parse(row.id), path: join(dataFolder, 'audio', row.file) }))
  const rowOf = (id: VoicemailId) =>
    services.db.prepare<[string], Record<string, unknown>>('SELECT * FROM voicemail_message WHERE id = ?').get(id)
  return { ...opened, rows, rowOf, ids: rows.map(({ id }) => id) }
}

const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** One recording with a flipped bit, one that was cut short, one that is noise, one that is missing. */
function damage(rows: readonly { path: string }[]): void {
  const [flipped, short, noise, missing] = rows
  const bytes = readFileSync(flipped!.path)
  bytes[bytes.length - 10]! ^= 1
  writeFileSync(flipped!.path, bytes)
  truncateSync(short!.path, Math.floor(readFileSync(short!.path).length / 2))
  writeFileSync(noise!.path, 'no sound at all')
  rmSync(missing!.path)
}

// Would catch: ten thousand recordings read with nothing to be seen of it, and no way to have it end.
it('a check tells how far it is, and ends when that is wished', async () => {
  const { services, ids } = await openMailbox()
  const stop = new AbortController()
  const told: number[] = []
  const report = ({ done }: { done: number }): void => void told.push(done)
  await services.recordings.check(ids, { signal: stop.signal, report })
  expect(told).toEqual(ids.map((_, index) => index + 1))
  const check = services.recordings.check(ids, { signal: stop.signal, report: () => stop.abort() })
  await expect(check).rejects.toMatchObject({ code: 'CANCELLED' })
})

describe('recordings that nothing can repair', () => {
  it('are told apart: whole, changed and lost; looking changes nothing', async () => {
    const { services, rows, rowOf, ids } = await openMailbox()
    damage(rows)
    const before = ids.map(rowOf)
    const checked = await services.recordings.check(ids)
    expect(checked).toMatchObject({ whole: ids.length - 4, changed: 2, lost: 2 })
    expect(new Map(checked.damaged.map((one) => [one.id, one.damage]))).toEqual(
      new Map([
        [ids[0], 'changed'],
        [ids[1], 'changed'],
        [ids[2], 'lost'],
        [ids[3], 'lost'],
      ]),
    )
    expect(ids.map(rowOf)).toEqual(before)
  })

  // Would catch: what is known of a message under hold that goes because its sound is lost.
  it('stay where the person is under a legal hold, and the others with them', async () => {
    const { services, rows, rowOf, ids } = await openMailbox()
    services.db.prepare("UPDATE user SET legal_hold = 'Case 12' WHERE user_name = 'dana.whitfield'").run()
    damage(rows)
    const before = ids.map(rowOf)
    await expect(services.recordings.accept(ids, 'The old server is gone')).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('The voicemails of Dana Whitfield are under a legal hold') as string,
    })
    expect(ids.map(rowOf)).toEqual(before)
    expect(await services.recordings.accept(ids.slice(0, 2), 'The old server is gone')).toEqual({ changed: 2, lost: 0 })
  })

  it('are kept as they are or taken out, with a reason in the audit, and the person can be offboarded', async () => {
    const { services, rows, rowOf, ids } = await openMailbox()
    damage(rows)
    const stopped = await offboard(services, dana)
    expect(stopped.run.status).toBe('failed')
    await services.runs.abandon(stopped.runId)
    const whole = ids.slice(4).map(rowOf)

    expect(await services.recordings.accept(ids, 'The old server is gone')).toEqual({ changed: 2, lost: 2 })

    for (const { id, path } of rows.slice(0, 2))
      expect(rowOf(id)).toMatchObject({ sha256: sha256Of(path), bytes: readFileSync(path).length })
    expect(rowOf(ids[2]!)).toBeUndefined()
    expect(rowOf(ids[3]!)).toBeUndefined()
    // What is left of a file is not thrown away.
    expect(readFileSync(rows[2]!.path, 'utf8')).toBe('no sound at all')
    expect(ids.slice(4).map(rowOf)).toEqual(whole)
    const told = services.db
      .prepare<[], string>("SELECT content FROM audit_entry WHERE content LIKE '%\"voicemail.%' ORDER BY seq")
      .pluck()
      .all()
    expect(told).toHaveLength(4)
    for (const { sha256 } of rows.slice(0, 4)) expect(told.some((content) => content.includes(sha256))).toBe(true)
    expect(told.every((content) => content.includes('The old server is gone'))).toBe(true)

    const { run } = await offboard(services, dana)
    expect(run.status).toBe('done')
  })

  it('are not touched when they are whole', async () => {
    const { services, rowOf, ids } = await openMailbox()
    const before = ids.map(rowOf)
    expect(await services.recordings.accept(ids, 'by mistake')).toEqual({ changed: 0, lost: 0 })
    expect(ids.map(rowOf)).toEqual(before)
  })

  it('are not judged by a disk that does not answer', async () => {
    const { services, dataFolder, rows, rowOf, ids } = await openMailbox()
    const before = ids.map(rowOf)
    const audio = join(dataFolder, 'audio')
    renameSync(audio, `${audio} away`)
    await expect(services.recordings.accept(ids, 'gone?')).rejects.toMatchObject({ code: 'FILE_PROBLEM' })
    renameSync(`${audio} away`, audio)
    rmSync(rows[0]!.path)
    mkdirSync(rows[0]!.path)
    await expect(services.recordings.accept(ids, 'gone?')).rejects.toMatchObject({ code: 'FILE_PROBLEM' })
    expect(ids.map(rowOf)).toEqual(before)
  })

  // Would catch: a message without sound taken out of extension 01042, because 1042 was accepted.
  it('are taken out of the extension that is named alone', async () => {
    const { services, dataFolder, rows, ids } = await openMailbox()
    services.db
      .prepare(
        "INSERT INTO extension (id, extension_number, fq_extension_number, site_id) SELECT 'zero', '01042', '901042', id FROM site LIMIT 1",
      )
      .run()
    services.db.prepare("UPDATE voicemail_message SET extension_id = 'zero' WHERE id = ?").run(ids[0])
    rmSync(rows[0]!.path)
    await services.close()
    const check = await cli(['voicemail', 'check', '1042', '--accept', 'Nobody has it', '--data', dataFolder])
    expect(check).toMatchObject({ code: 0, out: 'kept as changed: 0, taken out: 0\n' })
    const again = await openTestServices(dataFolder)
    expect(again.services.db.prepare('SELECT 1 FROM voicemail_message WHERE id = ?').get(ids[0])).toBeDefined()
  })

  it('stop a run that had listed them as they were', async () => {
    const { services, rows, ids } = await openMailbox()
    damage(rows)
    const { runId } = await startRun(services, dana)
    await services.runs.settled(runId)
    await services.recordings.accept(ids, 'The old server is gone')
    services.runs.resume(runId)
    const run = await services.runs.settled(runId)
    expect(run.status).toBe('failed')
  })

  it('voicemail check tells of damaged recordings, and accepts them only with a reason', async () => {
    const { services, dataFolder, rows } = await openMailbox()
    await services.close()
    const check = (...words: string[]) => cli(['voicemail', 'check', '1042', '--data', dataFolder, ...words])
    expect(await check()).toMatchObject({ code: 0, out: `whole: ${rows.length}, changed: 0, lost: 0\n` })
    rmSync(rows[0]!.path)
    const told = await check('--json')
    expect(told.code).toBe(4)
    expect(JSON.parse(told.out)).toMatchObject({
      changed: 0,
      lost: 1,
      damaged: [{ extension: '1042', damage: 'lost' }],
    })
    expect((await check('--accept', ' ')).code).toBe(2)
    expect(await check('--accept', 'Nobody has it')).toMatchObject({
      code: 0,
      out: 'kept as changed: 0, taken out: 1\n',
    })
    expect((await check()).code).toBe(0)
    expect((await cli(['voicemail', 'check', 'x1042', '--data', dataFolder])).code).toBe(2)
  })
})
