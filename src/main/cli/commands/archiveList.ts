import { resolve } from 'node:path'
import { readBag } from '../../archive/readBag.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

export const archiveList: Command = {
  name: 'archive list',
  summary: 'Lists what is in a bag: its messages, then its other files.',
  takes: ['DIR'],
  permission: 'viewCompany',
  options: {},
  details: [],
  run: async ({ io, output, args }) => {
    const { messages, files } = await readBag(resolve(args[0]!))
    for (const message of messages) output.line({ type: 'message', ...message })
    for (const file of files) output.line({ type: 'file', ...file })
    if (output.json) return done
    io.stdout(
      table(
        messages.map((one) => [
          one.receivedAt.slice(0, 16).replace('T', ' '),
          one.callerName === '' ? one.callerNumber : `${one.callerName} ${one.callerNumber}`.trim(),
          `${Math.round(one.seconds)} s`,
          one.folder,
          one.file,
        ]),
      ),
    )
    io.stdout(table(files.map((one) => [one.path, one.bytes])))
    return done
  },
}
