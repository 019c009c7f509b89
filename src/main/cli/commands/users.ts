import type { UserRow } from '../../../shared/directory/model.ts'
import { numberOption, textOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

export const users: Command = {
  name: 'users',
  summary: 'Lists the directory.',
  takes: [],
  permission: 'viewCompany',
  options: { search: { type: 'string' }, limit: { type: 'string' } },
  details: ['--search TEXT  words that occur in name, user name, email, extension or phone number', '--limit N'],
  run: async ({ io, output, options, open }) => {
    const limit = numberOption(options, 'limit', 1, 1_000_000_000) ?? Number.POSITIVE_INFINITY
    const { directory } = await open()
    const filter = { search: textOption(options, 'search') ?? '' }
    const { pages } = await directory.all({ filter, sort: 'name', descending: false })
    let left = limit
    for (const page of pages) {
      const people = page.slice(0, left)
      left -= people.length
      for (const { id, userName, name, email, extension, status } of people)
        output.line({ id, userName, name, email, extension, status })
      if (!output.json) io.stdout(table(people.map(readable)))
      if (left === 0 || io.readerGone?.() === true) break
    }
    return done
  },
}

function readable(user: UserRow): (string | null)[] {
  return [user.extension ?? '-', user.name, user.userName, user.email, user.status.toLowerCase()]
}
