import { basename } from 'node:path'
import type { analyticsRoutes } from '../../../shared/analytics/contract.ts'
import type { Events, Handlers } from '../../../shared/ipc/contract.ts'
import type { Desktop } from '../../desktop.ts'
import { throttle } from '../../throttle.ts'
import { createCounts } from './counts.ts'
import type { Analytics, Exported } from './service.ts'

const csv = [{ name: 'CSV', extensions: ['csv'] }]
const titles = { calls: 'Export the call history', bills: 'Export the billing records' } as const

export function analyticsHandlers(
  analytics: Analytics,
  { dialogs, emit }: Pick<Desktop, 'dialogs' | 'emit'>,
): Pick<Handlers, keyof typeof analyticsRoutes> {
  const counts = createCounts()
  return {
    'analytics.calls': async (query) => ({ calls: (await analytics.calls(query)).calls }),
    'analytics.callTotals': ({ filter, request }) =>
      counts.start(request, (signal) => analytics.callTotals(filter, signal)),
    'analytics.extensionTotals': ({ filter, request }) =>
      counts.start(request, (signal) => analytics.extensionTotals(filter, signal)),
    'analytics.bills': async (query) => ({ bills: (await analytics.bills(query)).bills }),
    'analytics.billTotals': ({ filter, request }) =>
      counts.start(request, (signal) => analytics.billTotals(filter, signal)),
    'analytics.stopCount': ({ request }) => counts.stop(request),
    'analytics.people': (input) => analytics.people(input),
    'analytics.export': async (wanted) => {
      const { what, filter } = wanted
      const suggestedName = `${[what, filter.from, filter.to].filter((part) => part !== undefined).join(' ')}.csv`
      const path = await dialogs.saveFile({ title: titles[what], suggestedName, kinds: csv })
      return path === null ? null : save(analytics, emit, { wanted, path })
    },
    'analytics.cancelExport': () => analytics.cancelExport(),
  }
}

async function save(
  analytics: Analytics,
  emit: Desktop['emit'],
  request: { wanted: Exported; path: string },
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
