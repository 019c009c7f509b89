import { describe, expect, it } from 'vitest'
import { pageOf, pageSql, personLists, type PersonList } from '../../src/main/features/person/repository.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

const names = Object.keys(personLists) as (keyof typeof personLists)[]

async function openDemo() {
  const { services, clock } = await openTestServices(await demoFolder())
  return { services, clock, db: services.db, userId: services.directory.find('dana.whitfield') }
}

describe.each(names)('the list of %s', (name) => {
  // A page that skips or repeats a row shows a person who is not there, or hides one who is.
  it('comes page by page with every row once', async () => {
    const { db, userId } = await openDemo()
    const list: PersonList = personLists[name]
    const { total, rows } = pageOf(db, list, { userId, offset: 0, limit: 200 })
    expect(rows).toHaveLength(total)
    expect(total).toBeGreaterThan(1)
    const pages = Array.from({ length: Math.ceil(total / 2) }, (_, page) =>
      pageOf(db, list, { userId, offset: page * 2, limit: 2 }),
    )
    expect(pages.flatMap((page) => page.rows)).toEqual(rows)
  })

  // With a hundred thousand people a scan of the table stops the window.
  it('is read by an index, not by going through everybody’s', async () => {
    const { db, userId } = await openDemo()
    const steps = db
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${pageSql(personLists[name])}`)
      .all({ userId, offset: 0, limit: 100 })
    expect(steps.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([])
  })
})

it('shows the runs about a person, the newest first, and nobody else’s', async () => {
  const { services, clock, userId } = await openDemo()
  const first = await offboard(services, 'dana.whitfield', { reset: false, status: 'leave', removeLicence: false })
  clock.set('2026-11-23T12:00:00.000Z')
  const second = await offboard(services, 'dana.whitfield', {})
  await offboard(services, 'gus.papadopoulos', {})
  expect(services.runs.ofPerson(userId).map(({ id }) => id)).toEqual([second.runId, first.runId])
})
