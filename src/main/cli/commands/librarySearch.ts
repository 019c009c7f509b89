import { messageQuery, type MessageQuery } from '../../../shared/archives/library.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { searchFor } from '../../features/archives/library/heard.ts'
import { numberOption, periodOption } from '../arguments.ts'
import type { Command, Options } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

export const librarySearch: Command = {
  name: 'library search',
  summary: 'Finds messages in all archives, the newest first: by person, caller, number, day, transcript and note.',
  takes: ['TEXT'],
  permission: 'viewCompany',
  options: { from: { type: 'string' }, until: { type: 'string' }, limit: { type: 'string' } },
  details: [
    '--from DAY and --until DAY: received between these days (UTC), for example 2026-11-02',
    '--limit N: at most so many, up to 200 (100)',
    'Transcripts are searched and printed for whoever may listen to voicemail.',
  ],
  run: async ({ io, output, args, options, open }) => {
    const query = queryOf(args[0]!, options)
    const { library, session } = await open()
    const { messages } = searchFor(session, library, query)
    for (const { cursor: _, ...found } of messages) output.line(found)
    if (output.json) return done
    io.stdout(
      table(
        messages.map(({ personName, extension, message }) => [
          message.receivedAt.slice(0, 16).replace('T', ' '),
          `${message.callerName} ${message.callerNumber}`.trim(),
          `${personName} ${extension ?? ''}`.trim(),
          `${Math.round(message.seconds)} s`,
          message.transcript ?? '',
        ]),
      ),
    )
    return done
  },
}

/** Throws VALIDATION_FAILED. */
function queryOf(search: string, options: Options): MessageQuery {
  const [from, until] = periodOption(options, 'until')
  const parsed = messageQuery.safeParse({ search, from, until, limit: numberOption(options, 'limit', 1, 200) })
  if (parsed.success) return parsed.data
  throw new AppError('VALIDATION_FAILED', 'TEXT takes up to 200 characters. See: library search --help')
}
