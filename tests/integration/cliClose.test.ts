import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCli } from '../../src/main/cli/runCli.ts'
import { cli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'

const env = { OFFHOOK_PASSWORD: 'maple-harbor-41xx' }

/** Another program begins to write as soon as the command says something. */
async function lockedWhileSpeaking(folder: string, args: readonly string[]): Promise<{ code: number; err: string }> {
  const other = new Database(join(folder, 'offhook.sqlite'))
  let err = ''
  const speak = (text: string): void => {
    err += text
    if (!other.inTransaction) other.exec('BEGIN IMMEDIATE')
  }
  const code = await runCli([...args, '--data', folder, '--as', 'pat.admin'], {
    stdout: () => speak(''),
    stderr: speak,
    stdin: (async function* () {})(),
    env,
    signal: new AbortController().signal,
    version: '0.0.0',
    resourcesFolder: 'resources',
  })
  other.close()
  return { code, err }
}

// Would catch: a command that ends with a line of SQLite's and a database that stays open, because signing out failed.
it('a command that cannot sign out says so, closes all the same, and keeps the code of what failed first', async () => {
  const folder = join(testFolder(), 'data')
  const company = ['--company', 'Acme', '--site', 'HQ', '--data', folder]
  expect((await cli(['operator', 'create', 'pat.admin', 'Pat Admin', ...company], { env })).code).toBe(0)
  const problem = 'Another program is writing to the data folder. Wait until it has finished, then try again.\n'
  expect(await lockedWhileSpeaking(folder, ['sign-in-check', 'pat.admin'])).toEqual({ code: 1, err: problem })
  expect(existsSync(join(folder, 'offhook.sqlite-wal'))).toBe(false)
  const { code, err } = await lockedWhileSpeaking(folder, ['show', 'nobody'])
  expect(code).toBe(2)
  expect(err.split('\n').slice(1).join('\n')).toBe(problem)
}, 60_000)
