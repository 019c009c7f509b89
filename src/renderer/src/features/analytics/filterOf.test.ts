import { expect, it } from 'vitest'
import { userId } from '../../../../shared/ids.ts'
import type { AnalyticsFilters, Period } from '../../stores/analyticsView.ts'
import { billFilterOf, callFilterOf, notOfBills } from './filterOf.ts'
import { daysOf, monthDays } from './period.ts'

const none: AnalyticsFilters = {
  period: 'all',
  from: '',
  to: '',
  who: null,
  peer: null,
  site: null,
  direction: null,
  disposition: null,
  goneOnly: false,
}
const dana = { side: { kind: 'person' as const, userId: userId.parse('u1') }, label: 'Dana Whitfield' }
const number = { side: { kind: 'number' as const, number: '+1212' }, label: '+1212…' }

it.each<[Period, string, object]>([
  ['days30', '2028-03-15', { from: '2028-02-15', to: '2028-03-15' }],
  ['thisMonth', '2026-11-23', { from: '2026-11-01', to: '2026-11-23' }],
  ['lastMonth', '2028-03-31', { from: '2028-02-01', to: '2028-02-29' }],
  ['lastMonth', '2026-01-05', { from: '2025-12-01', to: '2025-12-31' }],
  ['months12', '2026-11-23', { from: '2025-12-01', to: '2026-11-23' }],
  ['all', '2026-11-23', {}],
])('the period %s on %s', (period, today, days) => {
  expect(daysOf({ period, from: '2020-01-01', to: '' }, today)).toEqual(days)
})

// A date field answers an empty text while a date is typed, and years of six digits.
it('days that are not whole leave the period open', () => {
  expect(daysOf({ period: 'days', from: '2026-01-02', to: '' }, '2026-11-23')).toEqual({ from: '2026-01-02' })
  expect(daysOf({ period: 'days', from: '202611-01-02', to: '2026-11-01' }, '2026-11-23')).toEqual({ to: '2026-11-01' })
  expect(monthDays('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

it('the other side is asked for with the one side only', () => {
  expect(callFilterOf({ ...none, who: dana, peer: number }, '2026-11-23')).toEqual({
    who: dana.side,
    peer: number.side,
    goneOnly: false,
  })
  expect(callFilterOf({ ...none, peer: number }, '2026-11-23')).toEqual({ goneOnly: false })
})

it('bills are filtered by what they know, and the rest is named', () => {
  const filters: AnalyticsFilters = { ...none, who: number, direction: 'incoming', goneOnly: true }
  expect(billFilterOf(filters, '2026-11-23')).toEqual({ goneOnly: true })
  expect(notOfBills(filters)).toEqual(['number', 'direction'])
  expect(billFilterOf({ ...none, who: dana }, '2026-11-23')).toEqual({ userId: 'u1', goneOnly: false })
  expect(notOfBills({ ...none, who: dana })).toEqual([])
})
