import { extensionState, type ExtensionRow } from '../../../shared/extensions/model.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { numberOption, textOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

export const extensions: Command = {
  name: 'extensions',
  summary: 'Lists the extensions, assigned and free.',
  takes: [],
  permission: 'viewCompany',
  options: { search: { type: 'string' }, state: { type: 'string' }, limit: { type: 'string' } },
  details: [
    '--search TEXT  words that occur in extension, phone number, or the name of who has or had it',
    `--state ${extensionState.options.join('|')}`,
    '--limit N',
  ],
  run: async ({ io, output, options, open }) => {
    const limit = numberOption(options, 'limit', 1, 1_000_000_000) ?? Number.POSITIVE_INFINITY
    const state = extensionState.optional().safeParse(options['state'])
    if (!state.success)
      throw new AppError('VALIDATION_FAILED', `--state takes one of: ${extensionState.options.join(', ')}.`)
    const services = await open()
    const filter = { search: textOption(options, 'search') ?? '', state: state.data }
    for await (const rows of services.extensions.pages({ filter, sort: 'extension', descending: false }, limit)) {
      for (const row of rows) output.line(row)
      if (!output.json) io.stdout(table(rows.map(readable)))
    }
    return done
  },
}

function readable({ extensionNumber, holder, lastHolder, state, site, voicemails, phoneNumbers }: ExtensionRow) {
  const who = holder?.name ?? (lastHolder === null ? '-' : `(${lastHolder})`)
  return [extensionNumber, state, who, site, `${voicemails} voicemails`, phoneNumbers.join(' ')]
}
