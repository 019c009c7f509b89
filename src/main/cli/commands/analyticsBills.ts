import type { BillRow } from '../../../shared/analytics/model.ts'
import { plainAmount } from '../../../shared/company/currency.ts'
import { billDetails, billFilterOf, billOptions } from '../analyticsOptions.ts'
import { numberOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

const atOnce = 200

export const analyticsBills: Command = {
  name: 'analytics bills',
  summary: 'Lists the billing records, the newest month first.',
  takes: [],
  permission: 'viewCompany',
  options: { ...billOptions, limit: { type: 'string' } },
  details: [...billDetails, '--limit N'],
  run: async ({ io, output, options, open }) => {
    let left = numberOption(options, 'limit', 1, 1_000_000_000) ?? Number.POSITIVE_INFINITY
    const services = await open()
    const { currency } = services.company.settings()
    for await (const page of services.analytics.billPages(billFilterOf(services, options), atOnce)) {
      const bills = page.slice(0, left)
      for (const bill of bills) output.line({ ...bill, currency })
      if (!output.json) io.stdout(table(bills.map((bill) => readable(bill, currency))))
      left -= bills.length
      if (left <= 0 || io.readerGone?.() === true) break
    }
    return done
  },
}

function readable({ month, name, item, cents }: BillRow, currency: string): string[] {
  return [month, name, item, `${plainAmount(cents, currency)} ${currency}`]
}
