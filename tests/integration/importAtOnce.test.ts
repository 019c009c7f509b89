import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { writeLargeCsv } from '../../bench/support/importUsers.ts'
import { extensionSearch } from '../../src/main/db/extensionSearch.ts'
import { numberSearch } from '../../src/main/db/numberSearch.ts'
import { matchingIds } from '../../src/main/db/search/trigrams.ts'
import { refreshSearch } from '../../src/main/db/search/refresh.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { userSearch } from '../../src/main/db/userSearch.ts'
import { userList } from '../../src/main/features/directory/searchRepository.ts'
import { importUsers } from '../../src/main/features/imports/users/importUsers.ts'
import { moveStagedAtOnce } from '../../src/main/features/imports/users/moveStaged.ts'
import { createRisingIds } from '../../src/main/risingIds.ts'
import { testFolder } from '../support/folder.ts'
import { fileOf, openImports } from '../support/importData.ts'

const clock = { now: () => new Date('2026-11-25T12:00:00Z') }
const lists = ['user_search', 'extension_search', 'number_search']

/** What the lists show and find, whatever ids the rows have; and the schema, of which nothing may be missing. */
async function searchableAfter(path: string, move?: typeof moveStagedAtOnce) {
  const { database, rows } = await openImports()
  const db = asWriteDb(database)
  const ids = move === undefined ? { next: randomUUID } : createRisingIds(clock)
  await importUsers({ db, clock, ids, operator: 'tester', ...(move && { move }) }, { path, skipInvalid: false })
  const stale = lists.map((list) => rows(`SELECT count(*) AS n FROM ${list}_stale`)[0]?.['n'])
  await refreshSearch(db, userSearch)
  await refreshSearch(db, extensionSearch)
  await refreshSearch(db, numberSearch)
  const found = (word: string) =>
    rows(`SELECT user_name FROM user_search WHERE id IN (SELECT rowid FROM user_search_trigram WHERE user_search_trigram
      MATCH '"${word}"') ORDER BY 1`)
  const contents = lists.map((list) => {
    const shown = rows(`SELECT * FROM ${list} JOIN ${list}_text USING (id)`)
    return shown.map((row) => JSON.stringify({ ...row, id: 0, user_id: '', extension_id: '' })).toSorted()
  })
  const schema = rows('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')
  const terms = rows(
    'SELECT term, count(DISTINCT doc) AS texts, count(*) AS times FROM user_search_term GROUP BY term ORDER BY term',
  )
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  return {
    stale,
    state: { contents, schema, terms, found: ['first7', 'example.com', '+12125000', 'last1999'].map(found) },
  }
}

describe('what was imported at once', () => {
  it('is found as what was imported row by row, and nothing of it is left to be looked at again', async () => {
    const path = await writeLargeCsv(testFolder(), 2000)
    const atOnce = await searchableAfter(path, moveStagedAtOnce)
    const rowByRow = await searchableAfter(path)
    expect(atOnce.stale).toEqual([0, 0, 0])
    expect(rowByRow.stale).not.toEqual([0, 0, 0])
    expect(atOnce.state.found.map((names) => names.length)).toEqual([233, 2001, 1000, 1])
    expect(atOnce.state).toEqual(rowByRow.state)
  })

  // Would catch: of a word that everybody has, who comes after the first 25,000.
  it('is looked up in one piece of the index where many came, and found to the last', { timeout: 60_000 }, async () => {
    const { database, rows } = await openImports()
    const path = await writeLargeCsv(testFolder(), 26_000)
    const asked = { db: asWriteDb(database), clock, ids: createRisingIds(clock), operator: 'tester' }
    await importUsers({ ...asked, move: moveStagedAtOnce }, { path, skipInvalid: false })
    expect(rows('SELECT count(*) AS n FROM user_search_text')).toEqual([{ n: 26_002 }])
    expect(rows('SELECT count(DISTINCT segid) AS pieces FROM user_search_trigram_idx')).toEqual([{ pieces: 1 }])
    const found = async (search: string) => (await matchingIds(asked.db, userList, userList.wordsOf({ search }))).length
    const have = (search: string) => {
      const words = search.split(' ')
      const all = words.map(() => 'instr(text, ?)').join(' AND ')
      return rows(`SELECT count(*) AS n FROM user_search_text WHERE ${all}`, ...words)[0]!['n']
    }
    for (const search of ['example.com', '.com', 'co', 'o', 'last25999', '25', 'example.com 9', 'o 7', 'last2599 x'])
      expect([search, await found(search)]).toEqual([search, have(search)])
    expect(have('example.com')).toBeGreaterThan(26_000)
  })

  it('is the same when few come to many', async () => {
    const path = fileOf('Login,First name,Last name,Ext,DID\nada,Ada,Lovelace,2001,+12125550101\nzoe,Zoë,Ünal,,\n')
    const atOnce = await searchableAfter(path, moveStagedAtOnce)
    expect(atOnce.stale).toEqual([0, 0, 0])
    expect(atOnce.state).toEqual((await searchableAfter(path)).state)
  })
})
