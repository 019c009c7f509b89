import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'

export const libraryLook: Command = {
  name: 'library look',
  summary: 'Looks for archives in the watched folders, and in those that are named; bags are only read.',
  takes: [],
  permission: 'manageArchives',
  options: { watch: { type: 'string', multiple: true } },
  details: ['--watch DIR: watches this folder from now on; may be given several times'],
  run: async ({ io, output, options, open }) => {
    const { library, session } = await open()
    const operator = session.operator().name
    const folders = options['watch']
    for (const folder of Array.isArray(folders) ? folders : []) await library.addFolder(folder, operator)
    const result = await library.look({ operator, signal: io.signal })
    output.value(
      result,
      () =>
        `${result.found} archives: ${result.added} new, ${result.moved} moved, ${result.changed} with new notes, ${result.missing} missing\n`,
    )
    if (!output.json) for (const { message } of result.problems) output.say(message)
    return done
  },
}
