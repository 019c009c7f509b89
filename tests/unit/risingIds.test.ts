import { expect, it } from 'vitest'
import { createRisingIds } from '../../src/main/risingIds.ts'

it('ids rise, never repeat, and are UUIDs of version 7', () => {
  const ids = createRisingIds({ now: () => new Date('2026-11-23T10:00:00.000Z') })
  const made = Array.from({ length: 70_000 }, () => ids.next())
  expect(new Set(made).size).toBe(70_000)
  expect(made).toEqual(made.toSorted((a, b) => (a < b ? -1 : 1)))
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  expect(Number.parseInt(made[0]!.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 23, 10))
})
