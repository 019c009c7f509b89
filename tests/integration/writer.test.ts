import { expect, it } from 'vitest'
import { userSearch } from '../../src/main/db/userSearch.ts'
import { refreshSearch } from '../../src/main/db/search/refresh.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { mayWrite } from '../../src/main/ipc/mayWrite.ts'
import { openImports } from '../support/importData.ts'

it('lists that are brought up to date wait for a thread that writes, also one that fails', async () => {
  const { database, rows } = await openImports()
  const db = asWriteDb(database)
  let fail: (reason: Error) => void = () => undefined
  await db.writer.lendUntil(new Promise((_, reject) => (fail = reject)))
  const refreshed = refreshSearch(db, userSearch)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(rows('SELECT count(*) AS n FROM user_search')).toEqual([{ n: 0 }])
  fail(new Error('the disk is full'))
  await refreshed
  expect(rows('SELECT count(*) AS n FROM user_search')).toEqual([{ n: 2 }])
})

it('what is only looked at never waits for a thread that writes, and what changes something does', () => {
  const asked = [
    'users.list',
    'session.status',
    'imports.cancel',
    'company.addSite',
    'session.signIn',
    'runs.start',
  ] as const
  expect(asked.map(mayWrite)).toEqual([false, false, false, true, true, true])
})
