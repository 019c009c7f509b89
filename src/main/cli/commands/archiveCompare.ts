import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { compareBags } from '../../features/archives/compare.ts'
import { done } from '../exitCodes.ts'
import { printable } from '../output.ts'

export const archiveCompare: Command = {
  name: 'archive compare',
  summary: 'Says what the second bag has that the first has not, and the other way round, by what their manifests say.',
  takes: ['FIRST', 'SECOND'],
  permission: 'viewCompany',
  options: {},
  details: [
    'Files are the same by their hash alone. A message is the same when its audio is, and its id or when it came and from whom.',
  ],
  run: async ({ io, output, args }) => {
    const compared = await compareBags(resolve(args[0]!), resolve(args[1]!))
    const { same, onlyInFirst, onlyInSecond, changed, messagesOnlyInFirst, messagesOnlyInSecond } = compared
    output.value(
      compared,
      () =>
        `${same} files with the same content, ${onlyInFirst.count} only in the first, ${onlyInSecond.count} only in the second, ${changed.count} changed, by their manifests\n${messagesOnlyInFirst.count} messages only in the first, ${messagesOnlyInSecond.count} only in the second\n`,
    )
    if (!output.json)
      for (const [mark, { first }] of [
        ['-', onlyInFirst],
        ['+', onlyInSecond],
        ['~', changed],
      ] as const)
        for (const path of first) io.stdout(printable(`${mark} ${path}\n`))
    return done
  },
}
