import { instant } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { Clock } from '../../clock.ts'
import { textOption } from '../arguments.ts'
import type { Command, Options } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

export const retentionRun: Command = {
  name: 'retention run',
  summary:
    "Deletes other products' records whose retention period is over, and ends the parking of numbers whose day has passed.",
  takes: [],
  permission: 'manageCompany',
  options: { now: { type: 'string' } },
  details: ['--now ISO  as if it were then, for example 2027-11-30T00:00:00Z; only on the demo company'],
  run: async ({ io, output, options, open }) => {
    const at = givenTime(options)
    const { retention, tenant } = await open()
    if (at !== undefined && tenant.status().kind !== 'demo')
      throw new AppError('BLOCKED', '--now is for the demo company only. Leave it out to sweep at the time that it is.')
    const swept = await retention.sweep(at)
    output.value(swept, () => `${swept.fax} faxes and ${swept.sms} text messages of ${swept.removed.length} people\n`)
    if (!output.json && swept.removed.length > 0)
      io.stdout(table(swept.removed.map(({ name, fax, sms }) => [`  ${name}`, fax, sms])))
    for (const { phoneNumber, parkedUntil } of swept.unparked)
      output.say(`${phoneNumber} is available: it was parked until ${parkedUntil}.`)
    if (swept.held > 0) output.say(`${swept.held} people are under a legal hold: their records stay.`)
    return done
  },
}

function givenTime(options: Options): Clock | undefined {
  const text = textOption(options, 'now')
  if (text === undefined) return undefined
  if (!instant.safeParse(text).success)
    throw new AppError('VALIDATION_FAILED', '--now takes an instant in UTC, for example 2027-11-30T00:00:00Z.')
  return { now: () => new Date(text) }
}
