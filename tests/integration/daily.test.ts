import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { everyDay } from '../../src/main/jobs/daily.ts'
import { fixedClock } from '../support/clock.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

// Would catch: an app that ends only when a shelf of archives was looked through, and cannot be started until then.
it('daily work is stopped with the app, which is no failure, and is not begun again', async () => {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const work = vi.fn((signal: AbortSignal) => wait(60_000, undefined, { signal }))
  const daily = everyDay({ clock: fixedClock(), log, name: 'Test', work, lookMilliseconds: 2 })
  await daily.stop()
  await wait(20)
  expect(work).toHaveBeenCalledTimes(1)
  expect(log.error).not.toHaveBeenCalled()
})

it('a sweep that is stopped leaves the rest to the next one', async () => {
  const { services } = await openTestServices(await demoFolder())
  const records = () => services.db.prepare('SELECT count(*) FROM other_product_record').pluck().get()
  const later = { now: () => new Date('2040-01-01') }
  const before = records()
  await expect(services.retention.sweep(later, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
  expect(records()).toBe(before)
  expect((await services.retention.sweep(later)).removed.length).toBeGreaterThan(0)
})
