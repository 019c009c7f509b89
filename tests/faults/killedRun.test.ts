import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { buildCli, ended, jsonLines, spawnCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'

const person = 'tom.okafor'
const extension = '1023'
/** Moments of the run's life, early in the archive to late in the account steps, as shares of an undisturbed run. */
const moments = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97]

const own = mkdtempSync(join(tmpdir(), 'offhook-faults-'))
let demo = ''
let undisturbed = 0

beforeAll(async () => {
  buildCli()
  demo = join(own, 'demo')
  await ended(spawnCli(['demo', '--data', demo]))
  cpSync(demo, join(own, 'undisturbed'), { recursive: true })
  const started = Date.now()
  await ended(spawnCli(offboardCommand(join(own, 'undisturbed'), join(own, 'archives'))))
  undisturbed = Date.now() - started
}, 120_000)
afterAll(() => rmSync(own, { recursive: true, force: true }))

describe('an offboarding of 120 voicemails that is killed', () => {
  it.each(moments)(
    'after %f of its time goes on, loses nothing and does nothing twice',
    async (share) => {
      const data = copyOfDemo()
      const archives = testFolder()
      const child = spawnCli(offboardCommand(data, archives))
      const over = ended(child)
      await sleep(undisturbed * share)
      child.kill('SIGKILL')
      await over
      const [run] = jsonLines((await ended(spawnCli(['runs', '--json', '--data', data]))).out)
      if (run === undefined) return // Killed before the run was committed: nothing was begun.
      expect(run['status']).toMatch(/^(interrupted|done)$/)
      const resume = ['run', 'resume', String(run['id']), '--data', data]
      const code = run['status'] === 'done' ? 0 : (await ended(spawnCli(resume))).code
      expect(code).toBe(0)
      expectWholeAndOnce(data, String(run['archive']))
    },
    60_000,
  )
})

function expectWholeAndOnce(data: string, bag: string): void {
  execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: bag })
  expect(statSync(join(bag, 'tagmanifest-sha256.txt')).isFile()).toBe(true)
  const db = new Database(join(data, 'offhook.sqlite'), { readonly: true })
  const values = (sql: string): unknown[] => db.prepare(sql).pluck().all()
  expect(values('SELECT DISTINCT status FROM run_step')).toEqual(['done'])
  expect(values('SELECT count(*) FROM run_message WHERE proven_at IS NULL')).toEqual([0])
  expect(values("SELECT count(*) FROM applied_action WHERE key LIKE (SELECT id FROM run) || ':%'")).toEqual(
    values('SELECT count(*) - 1 FROM run_step'),
  )
  // One audit entry for each step: done once, told once.
  expect(
    values(
      "SELECT count(*) FROM audit_entry WHERE action IN ('run.archiveVoicemail', 'run.revokeSignIn', 'run.reset', 'run.deactivate')",
    ),
  ).toEqual([4])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
}

function offboardCommand(data: string, archives: string): string[] {
  return ['offboard', person, '--archive', archives, '--confirm', extension, '--json', '--data', data]
}

function copyOfDemo(): string {
  const folder = testFolder()
  cpSync(demo, folder, { recursive: true })
  return folder
}
