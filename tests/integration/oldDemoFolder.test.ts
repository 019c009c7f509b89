import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrations } from '../../src/main/db/migrations.ts'
import { openDatabase } from '../../src/main/db/open.ts'
import { startTestApp } from '../support/app.ts'
import { testFolder } from '../support/folder.ts'

const now = () => '2026-01-01T00:00:00.000Z'

/** A demo company as a version without operators left it; its head of IT is still there, the secondary one was offboarded. */
async function oldFolder(kind: 'demo' | 'own'): Promise<string> {
  const folder = testFolder()
  const old = await openDatabase({ folder, now, steps: migrations.filter(({ id }) => id < 3) })
  old.exec(readFileSync('tests/support/rows.sql', 'utf8'))
  old.prepare('UPDATE tenant SET kind = ?').run(kind)
  const person = old.prepare(
    `INSERT INTO user (id, user_name, first_name, last_name, primary_email, status, locale, timezone, site_id, department, job_title, role, created_time, last_updated_time)
      VALUES (?, ?, '', '', '', ?, 'en-US', 'UTC', 's1', '', '', 'none', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`,
  )
  person.run('p1', 'margaret.osei', 'ACTIVE')
  person.run('p2', 'caleb.ostrander', 'INACTIVE')
  old.close()
  return folder
}

// Else the window asks whoever opens it to claim the demo company, and nobody knows its passwords.
it('a demo company from before there were operators gets one of each role, each able to sign in', async () => {
  const folder = await oldFolder('demo')
  const { ask } = await startTestApp(folder)
  const { state, shown } = await ask('session.status', {})
  expect(state).toBe('signedOut')
  expect(shown.map(({ role }) => role)).toEqual([
    'primaryAdministrator',
    'secondaryAdministrator',
    'itAdministrator',
    'viewer',
    'viewer',
  ])
  for (const { userName, password } of shown) await ask('session.signIn', { userName, password })
  const db = new Database(join(folder, 'offhook.sqlite'), { readonly: true })
  const people = db.prepare('SELECT user_id FROM operator ORDER BY rowid').pluck().all()
  db.close()
  expect(people).toEqual(['p1', null, null, null, null])
})

it('gets them once: who was removed does not come back at the next start', async () => {
  const folder = await oldFolder('demo')
  const first = await startTestApp(folder)
  await first.app.close()
  const db = new Database(join(folder, 'offhook.sqlite'))
  db.exec("UPDATE operator SET removed_at = '2026-11-23T10:42:00.000Z'")
  db.close()
  const { ask } = await startTestApp(folder)
  expect(await ask('session.status', {})).toMatchObject({ state: 'unclaimed', shown: [] })
})

// Passwords that stand on a page would open somebody's real phone system.
it('a company of one’s own gets none', async () => {
  const { ask } = await startTestApp(await oldFolder('own'))
  expect(await ask('session.status', {})).toMatchObject({ state: 'unclaimed', shown: [] })
})
