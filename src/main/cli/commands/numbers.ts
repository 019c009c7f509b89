import { numberState, type NumberRow } from '../../../shared/extensions/model.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { numberOption, textOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

export const numbers: Command = {
  name: 'numbers',
  summary: 'Lists the phone numbers and where they are.',
  takes: [],
  permission: 'viewCompany',
  options: { search: { type: 'string' }, state: { type: 'string' }, limit: { type: 'string' } },
  details: [
    '--search TEXT  words that occur in phone number, extension, or the name of who has it',
    `--state ${numberState.options.join('|')}`,
    '--limit N',
  ],
  run: async ({ io, output, options, open }) => {
    const limit = numberOption(options, 'limit', 1, 1_000_000_000) ?? Number.POSITIVE_INFINITY
    const state = numberState.optional().safeParse(options['state'])
    if (!state.success)
      throw new AppError('VALIDATION_FAILED', `--state takes one of: ${numberState.options.join(', ')}.`)
    const services = await open()
    const filter = { search: textOption(options, 'search') ?? '', state: state.data }
    for await (const rows of services.extensions.numberPages({ filter, sort: 'number', descending: false }, limit)) {
      for (const row of rows) output.line(row)
      if (!output.json) io.stdout(table(rows.map(readable)))
    }
    return done
  },
}

function readable({ phoneNumber, state, until, extension, holder }: NumberRow) {
  return [phoneNumber, state, until ?? '-', extension?.extensionNumber ?? '-', holder?.name ?? '-']
}
