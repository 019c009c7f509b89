import { messageQuery } from '../../../shared/archives/library.ts'
import type { Command } from '../command.ts'
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
  ],
  run: async ({ io, output, args, options, open }) => {
    const query = messageQuery.parse({
      search: args[0],
      from: options['from'],
      until: options['until'],
      limit: options['limit'] === undefined ? undefined : Number(options['limit']),
    })
    const { library } = await open()
    const { messages } = library.search(query)
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
