import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { idsOf } from '../../src/main/db/search/condition.ts'
import { isDirect, orderedSql } from '../../src/main/db/search/list.ts'
import { createResults } from '../../src/main/db/search/results.ts'
import { refreshSearch } from '../../src/main/db/search/refresh.ts'
import { wordsCondition } from '../../src/main/db/search/words.ts'
import { userSearch } from '../../src/main/db/userSearch.ts'
import { userList } from '../../src/main/features/directory/searchRepository.ts'
import { userSort, type UserFilter, type UserSort } from '../../src/shared/directory/model.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

type Query = { filter: UserFilter; sort: UserSort; descending: boolean }
const filters: Omit<UserFilter, 'search'>[] = [
  {},
  { status: 'DELETED' },
  { site: 'New York' },
  { hasVoicemail: true },
  { hasVoicemail: false, status: 'ACTIVE' },
  { licence: 'X4' },
  { leaving: true },
  { leavesFrom: '2026-01-01', hasVoicemail: true },
]

const open = async () => {
  const { services } = await openTestServices(await demoFolder())
  await refreshSearch(services.db, userSearch)
  /** One statement that knows no index, page or part. */
  const inOneGo = ({ filter, sort, descending }: Query): number[] => {
    const words = wordsCondition(userList, userList.wordsOf(filter))
    const { sql, values } = orderedSql(userList, { filter, sort, descending })
    const found = `id IN (SELECT id FROM user_search_text WHERE ${words.sql})`
    return idsOf(services.db, sql.replace(' ORDER BY', ` AND ${found} ORDER BY`), [...values, ...words.values])
  }
  return { db: services.db, inOneGo, close: () => services.close() }
}

// Would catch: a filter that is looked up in parts and loses, repeats or misplaces a row, or counts wrongly.
it('every filter, search and order answers what one statement does, first page and whole', async () => {
  const { db, inOneGo } = await open()
  for (const filter of filters)
    for (const search of ['', 'a', 'an', 'whit', 'ma 1'])
      for (const sort of userSort.options)
        for (const descending of [false, true]) {
          const query = { filter: { ...filter, search }, sort, descending }
          const wanted = inOneGo(query)
          const { of, page } = createResults(db, userList)
          const shown = createResults(db, userList)
          await shown.of({ ...query, filter: { ...filter, search: '' } })
          // A short page is full after a glance; a long one is not, and everything is asked.
          for (const limit of [2, 50]) {
            const { total, ids } = await page(query, { offset: 0, limit })
            expect([query, ids]).toEqual([query, wanted.slice(0, limit)])
            expect([null, wanted.length]).toContain(total)
            expect([query, (await shown.page(query, { offset: 0, limit })).ids]).toEqual([
              query,
              wanted.slice(0, limit),
            ])
          }
          expect([query, await of(query)]).toEqual([query, wanted])
        }
})

// Would catch: main standing still while a filter that no index knows goes through everybody.
it('a filter that no index knows is looked up in parts, the others are not', async () => {
  const { db } = await open()
  const direct = (filter: Omit<UserFilter, 'search'>): boolean =>
    isDirect(db, orderedSql(userList, { filter: { ...filter, search: '' }, sort: 'name', descending: false }))
  expect([{}, { status: 'DELETED' } as const, { site: 'New York' }].map(direct)).toEqual([true, true, true])
  expect([{ hasVoicemail: true }, { licence: 'X4' }, { leaving: true }].map(direct)).toEqual([false, false, false])
})

// Would catch: the first letter typed into a list waiting until everybody has been put in order.
it('a search in a list that was shown sorts nothing, and a list that is closed at once leaves no error', async () => {
  const { db, close } = await open()
  const { page } = createResults(db, userList)
  const query = (search: string): Query => ({ filter: { search }, sort: 'name', descending: false })
  await page(query(''), { offset: 0, limit: 2 })
  for (let turn = 0; turn < 5; turn += 1) await nextTurn()
  const prepare = vi.spyOn(db, 'prepare')
  await page(query('whit'), { offset: 0, limit: 50 })
  const sorting = prepare.mock.calls.map(([sql]) => sql).filter((sql) => /ORDER BY (?!.*LIMIT)/s.test(sql))
  expect([prepare.mock.calls.length > 0, sorting]).toEqual([true, []])

  await page(query('dana'), { offset: 0, limit: 2 })
  await createResults(db, userList).page(query(''), { offset: 0, limit: 2 })
  await close()
  for (let turn = 0; turn < 5; turn += 1) await nextTurn()
})
