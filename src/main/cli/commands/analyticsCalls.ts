import type { CallRow } from '../../../shared/analytics/model.ts'
import { callDetails, callFilterOf, callOptions } from '../analyticsOptions.ts'
import { numberOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

const atOnce = 200

export const analyticsCalls: Command = {
  name: 'analytics calls',
  summary: 'Lists the call history, newest first, with the names as they were.',
  takes: [],
  permission: 'viewCompany',
  options: { ...callOptions, limit: { type: 'string' } },
  details: [...callDetails, '--limit N'],
  run: async ({ io, output, options, open }) => {
    let left = numberOption(options, 'limit', 1, 1_000_000_000) ?? Number.POSITIVE_INFINITY
    const services = await open()
    const filter = callFilterOf(services, options)
    for await (const page of services.analytics.callPages(filter, atOnce)) {
      const calls = page.slice(0, left)
      for (const call of calls) output.line(call)
      if (!output.json) io.stdout(table(calls.map(readable)))
      left -= calls.length
      if (left <= 0 || io.readerGone?.() === true) break
    }
    return done
  },
}

function readable({ startedAt, direction, caller, callee, talkSeconds, disposition }: CallRow): (string | number)[] {
  const side = ({ name, number }: CallRow['caller']): string => `${name} ${number}`.trim()
  return [startedAt.slice(0, 19).replace('T', ' '), direction, side(caller), side(callee), talkSeconds, disposition]
}
