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
  details: [],
  run: async ({ io, output, args }) => {
    const compared = await compareBags(resolve(args[0]!), resolve(args[1]!))
    const { same, onlyInFirst, onlyInSecond, changed } = compared
    output.value(
      compared,
      () =>
        `${same} files with the same content, ${onlyInFirst.count} only in the first, ${onlyInSecond.count} only in the second, ${changed.count} changed, by their manifests\n`,
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
