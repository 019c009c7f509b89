import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { readAfterRuns } from '../../src/main/features/archives/library/readAfterRuns.ts'
import { messageQuery } from '../../src/shared/archives/library.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'
import { as } from '../support/shelf.ts'

// Would catch: hours of runs that each read the same archive on a failing disk again, from its first byte.
it('an archive that cannot be read is looked at once after a run, then by its own run and the daily look', async () => {
  const { services } = await openTestServices(await demoFolder())
  const { library } = services
  const { run } = await offboard(services, 'dana.whitfield')
  const manifest = join(run.archive!, 'manifest-sha256.txt')
  renameSync(manifest, `${manifest}.gone`)
  const looked: string[] = []
  const heard: string[] = []
  const told = (times: number) => vi.waitUntil(() => heard.length === times, { timeout: 10_000 })
  const reading = readAfterRuns({
    ...services,
    library: {
      ...library,
      lookAt: (path, options) => {
        looked.push(path)
        return library.lookAt(path, options)
      },
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    emit: (name) => void heard.push(name),
  })
  const other = (await offboard(services, 'ruth.abernathy')).run
  const { archive: unreadable, id: itsRun } = run
  reading.settled({ runId: other.id, status: 'done' })
  await told(1)
  expect(new Set(looked)).toEqual(new Set([unreadable, other.archive]))
  expect(looked).toHaveLength(2)
  for (const _ of [1, 2]) reading.settled({ runId: other.id, status: 'done' })
  reading.settled({ runId: itsRun, status: 'done' })
  await told(2)
  expect(looked.slice(2)).toEqual([unreadable])
  await reading.stop()
  renameSync(`${manifest}.gone`, manifest)
  await library.look(as)
  expect(library.search(messageQuery.parse({ search: 'Dana Whitfield' })).total).toBeGreaterThan(0)
})
