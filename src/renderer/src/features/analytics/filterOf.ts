import { analyticsFilter, type AnalyticsFilter, type BillFilter } from '../../../../shared/analytics/model.ts'
import type { AnalyticsFilters } from '../../stores/analyticsView.ts'
import { daysOf } from './period.ts'

/** What main is asked for; today is the calendar day here. */
export function callFilterOf(filters: AnalyticsFilters, today: string): AnalyticsFilter {
  const { who, peer, site, direction, disposition, goneOnly } = filters
  return analyticsFilter.parse({
    ...daysOf(filters, today),
    ...(who !== null && { who: who.side }),
    ...(who !== null && peer !== null && { peer: peer.side }),
    ...(site !== null && { site }),
    ...(direction !== null && { direction }),
    ...(disposition !== null && { disposition }),
    goneOnly,
  })
}

export function billFilterOf({ who, site, goneOnly, ...filters }: AnalyticsFilters, today: string): BillFilter {
  return {
    ...daysOf(filters, today),
    ...(who?.side.kind === 'person' && { userId: who.side.userId }),
    ...(site !== null && { site }),
    goneOnly,
  }
}

/** The filters that are set and mean nothing to bills, which know the person, the site and the month. */
export function notOfBills({ who, direction, disposition }: AnalyticsFilters): string[] {
  return [
    ...(who === null || who.side.kind === 'person' ? [] : [who.side.kind]),
    ...(direction === null ? [] : ['direction']),
    ...(disposition === null ? [] : ['outcome']),
  ]
}
