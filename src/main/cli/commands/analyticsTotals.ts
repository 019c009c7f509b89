import type { BillTotals, CallTotals, ExtensionTotals } from '../../../shared/analytics/model.ts'
import { plainAmount } from '../../../shared/company/currency.ts'
import { billFilterOf, callDetails, callFilterOf, callOptions } from '../analyticsOptions.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table, type Cell } from '../output.ts'

type Totals = { calls: CallTotals; extensions: ExtensionTotals; bills: BillTotals & { currency: string } }

export const analyticsTotals: Command = {
  name: 'analytics totals',
  summary: 'Counts calls and bills, by month and by extension.',
  takes: [],
  permission: 'viewCompany',
  options: callOptions,
  details: [...callDetails, 'Bills know the person, the site and the month: other options do not filter them.'],
  run: async ({ output, options, open }) => {
    const services = await open()
    const filter = callFilterOf(services, options)
    const totals = {
      calls: await services.analytics.callTotals(filter),
      extensions: await services.analytics.extensionTotals(filter),
      bills: {
        ...(await services.analytics.billTotals(billFilterOf(services, options))),
        currency: services.company.settings().currency,
      },
    }
    output.value(totals, () => readable(totals))
    return done
  },
}

function readable({ calls, extensions, bills }: Totals): string {
  const { currency } = bills
  const months = [...new Set([...calls.months, ...bills.months].map(({ month }) => month))].toSorted().toReversed()
  const rows = months.map((month): Cell[] => {
    const counted = calls.months.find((one) => one.month === month)
    const billed = bills.months.find((one) => one.month === month)
    const amount = billed === undefined ? '' : `${plainAmount(billed.cents, currency)} ${currency}`
    return [month, ...countsOf(counted), amount]
  })
  const head: Cell[] = ['month', 'calls', 'answered', 'voicemails', 'talk seconds', 'billed']
  const all: Cell[] = ['all', ...countsOf(calls), `${plainAmount(bills.cents, currency)} ${currency}`]
  const busiest = extensions.extensions.map((one): Cell[] => [
    one.extension,
    one.holder ?? '-',
    one.calls,
    one.talkSeconds,
  ])
  const shown = `${busiest.length} of ${extensions.total} extensions, the busiest first\n`
  return `${table([head, ...rows, all])}\n${shown}${table([['extension', 'holder', 'calls', 'talk seconds'], ...busiest])}`
}

type Counts = { calls: number; answered: number; voicemails: number; talkSeconds: number }

function countsOf(counts: Counts | undefined): number[] {
  return [counts?.calls ?? 0, counts?.answered ?? 0, counts?.voicemails ?? 0, counts?.talkSeconds ?? 0]
}
