import { basename } from 'node:path'
import type { analyticsRoutes } from '../../../shared/analytics/contract.ts'
import type { AnalyticsFilter } from '../../../shared/analytics/model.ts'
import type { Events, Handlers } from '../../../shared/ipc/contract.ts'
import type { Desktop } from '../../desktop.ts'
import { throttle } from '../../runs/throttle.ts'
import type { Analytics } from './service.ts'

const csv = [{ name: 'CSV', extensions: ['csv'] }]
const titles = { calls: 'Export the call history', bills: 'Export the billing records' } as const

export function analyticsHandlers(
  analytics: Analytics,
  { dialogs, emit }: Pick<Desktop, 'dialogs' | 'emit'>,
): Pick<Handlers, keyof typeof analyticsRoutes> {
  return {
    'analytics.calls': (query) => analytics.calls(query),
    'analytics.callTotals': ({ filter }) => analytics.callTotals(filter),
    'analytics.extensionTotals': ({ filter }) => analytics.extensionTotals(filter),
    'analytics.bills': (query) => analytics.bills(query),
    'analytics.billTotals': ({ filter }) => analytics.billTotals(filter),
    'analytics.people': (input) => analytics.people(input),
    'analytics.export': async ({ what, filter }) => {
      const suggestedName = `${[what, filter.from, filter.to].filter((part) => part !== undefined).join(' ')}.csv`
      const path = await dialogs.saveFile({ title: titles[what], suggestedName, kinds: csv })
      return path === null ? null : save(analytics, emit, { what, filter, path })
    },
    'analytics.cancelExport': () => analytics.cancelExport(),
  }
}

async function save(
  analytics: Analytics,
  emit: Desktop['emit'],
  request: { what: 'calls' | 'bills'; filter: AnalyticsFilter; path: string },
): Promise<{ fileName: string; rows: number }> {
  const progress = throttle<Omit<Events['work.progress'], 'work'>>((value) =>
    emit('work.progress', { work: 'export', ...value }),
  )
  try {
    const rows = await analytics.export({ ...request, report: progress.report })
    return { fileName: basename(request.path), rows }
  } finally {
    progress.flush()
  }
}
