import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildCli, ended, jsonLines, spawnCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'

describe('the built command line as a process', () => {
  beforeAll(buildCli, 120_000)

  it('runs on the data folder of the environment and keeps messages off stdout', async () => {
    const data = testFolder()
    const env = { OFFHOOK_DATA: data }
    expect(await ended(spawnCli(['demo', '--calls', '100', '--messages', '60', '--json'], env))).toMatchObject({
      code: 0,
      err: '',
    })
    expect(jsonLines((await ended(spawnCli(['users', '--json'], env))).out)).toHaveLength(48)
    const wrong = await ended(spawnCli(['shw'], env))
    expect(wrong).toEqual({ code: 2, out: '', err: 'There is no command "shw". Did you mean: show\n' })
  }, 60_000)

  it('ends quietly when its reader has read enough', async () => {
    const data = testFolder()
    await ended(spawnCli(['demo', '--calls', '0', '--messages', '20', '--data', data]))
    const child = spawnCli(['users', '--json', '--data', data])
    child.stdout?.destroy()
    const { code, err } = await ended(child)
    expect({ code, err }).toEqual({ code: 0, err: '' })
  }, 60_000)

  // Would catch: a run that ends in its middle, with exit code 0, because whoever read its progress had enough.
  it('a run goes on to its end when nobody reads what it says any more', async () => {
    const data = testFolder()
    const archives = testFolder()
    await ended(spawnCli(['demo', '--calls', '0', '--messages', '100', '--data', data]))
    const command = ['offboard', 'dana.whitfield', '--archive', archives, '--confirm', '1042', '--json', '--data', data]
    const child = spawnCli(command)
    child.stdout?.once('data', () => {
      child.stdout?.destroy()
      child.stderr?.destroy()
    })
    expect(await new Promise((done) => child.once('exit', done))).toBe(0)
    expect(jsonLines((await ended(spawnCli(['runs', '--json', '--data', data]))).out)).toMatchObject([
      { status: 'done' },
    ])
  }, 60_000)

  // Would catch: a list that was cut by a full disk, or an archive that is not valid, and exit code 0.
  it.skipIf(!existsSync('/dev/full'))(
    'says that its output could not be written, and keeps what was found',
    async () => {
      const data = testFolder()
      await ended(spawnCli(['demo', '--calls', '0', '--messages', '20', '--data', data]))
      const full = openSync('/dev/full', 'w')
      const list = await ended(spawnCli(['users', '--json', '--data', data], {}, ['ignore', full, 'pipe']))
      expect(list).toMatchObject({ code: 1, err: expect.stringContaining('could not be written (ENOSPC)') as string })
      const bag = testFolder()
      writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
      const verify = ['archive', 'verify', bag, '--data', data]
      expect((await ended(spawnCli(verify))).code).toBe(4)
      expect((await ended(spawnCli(verify, {}, ['ignore', full, full]))).code).toBe(4)
      closeSync(full)
    },
    60_000,
  )

  // Would catch: "The log has the cause", and no log, because the command was started in a folder of its own.
  it('writes its log wherever it is started', async () => {
    const data = testFolder()
    await ended(spawnCli(['demo', '--calls', '0', '--messages', '20', '--data', data]))
    const database = new Database(join(data, 'offhook.sqlite'))
    database.exec('DROP TABLE greeting')
    database.close()
    const args = [resolve('out', 'main', 'cli.js'), 'show', 'dana.whitfield', '--data', data]
    const { status } = spawnSync(process.execPath, args, { cwd: '/' })
    expect(status).toBe(1)
    expect(readFileSync(join(data, 'logs', 'main.log'), 'utf8')).toContain('no such table: greeting')
  }, 60_000)

  it('pauses a run at Ctrl+C and continues it in another process', async () => {
    const data = testFolder()
    const archives = testFolder()
    await ended(spawnCli(['demo', '--calls', '0', '--messages', '400', '--data', data]))
    const command = ['offboard', 'dana.whitfield', '--archive', archives, '--confirm', '1042', '--json', '--data', data]
    const child = spawnCli(command)
    child.stdout?.once('data', () => child.kill('SIGINT'))
    const first = await ended(child)
    const result = jsonLines(first.out).at(-1)
    expect(first.code).toBe(1)
    expect(result).toMatchObject({ type: 'result', status: 'paused' })
    expect(first.err).toContain(`run resume ${String(result?.['runId'])}`)
    const second = await ended(spawnCli(['run', 'resume', String(result?.['runId']), '--json', '--data', data]))
    expect(jsonLines(second.out).at(-1)).toMatchObject({ status: 'done' })
    expect(readdirSync(archives)).toHaveLength(1)
    expect(readdirSync(join(archives, readdirSync(archives)[0]!))).toContain('manifest-sha256.txt')
  }, 60_000)

  it('two at once on one data folder do not disturb each other', async () => {
    const data = testFolder()
    const archives = testFolder()
    await ended(spawnCli(['demo', '--calls', '0', '--messages', '60', '--data', data]))
    const command = ['offboard', 'dana.whitfield', '--archive', archives, '--confirm', '1042', '--json', '--data', data]
    const both = await Promise.all([ended(spawnCli(command)), ended(spawnCli(command))])
    const codes = both.map((one) => one.code).toSorted((a, b) => a - b)
    expect(codes[0]).toBe(0)
    expect(codes[1]).toBeGreaterThan(0)
    for (const { err } of both) expect(err).not.toMatch(/\n {4}at /)
    const runs = jsonLines((await ended(spawnCli(['runs', '--json', '--data', data]))).out)
    expect(runs.filter((run) => run['status'] === 'done')).toHaveLength(1)
    expect(runs).toHaveLength(1)
  }, 60_000)
})
