import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { everyDay } from '../../src/main/jobs/daily.ts'
import type { Logger } from '../../src/main/log/logger.ts'
import { fixedClock } from '../support/clock.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

// Would catch: an app that ends only when a shelf of archives was looked through, and cannot be started until then.
it('daily work is stopped with the app, which is no failure, and is not begun again', async () => {
  const failed: string[] = []
  const log: Logger = { info: () => {}, warn: () => {}, error: (message) => void failed.push(message) }
  let begun = 0
  const work = (signal: AbortSignal): Promise<void> => {
    begun += 1
    return wait(60_000, undefined, { signal })
  }
  const daily = everyDay({ clock: fixedClock(), log, name: 'Test', work, lookMilliseconds: 2 })
  await daily.stop()
  await wait(20)
  expect([begun, failed]).toEqual([1, []])
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
