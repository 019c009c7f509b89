import { dataOf } from '../../../shared/offboarding/data.ts'
import { named } from '../../../shared/offboarding/datum.ts'
import { fullName, type Inventory } from '../../../shared/offboarding/inventory.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

export const show: Command = {
  name: 'show',
  summary: 'Shows everything that hangs on one person.',
  takes: ['USER'],
  permission: 'viewCompany',
  options: {},
  details: ['USER is an id, a user name, an email or an extension.'],
  run: async ({ output, args, open }) => {
    const { directory } = await open()
    const inventory = await directory.show(directory.find(args[0]!))
    output.value(inventory, () => readable(inventory))
    return done
  },
}

function readable(inventory: Inventory): string {
  const { user } = inventory
  const place = [user.jobTitle, user.department, user.site].filter((part) => part !== '').join(', ')
  const head = `${fullName(user)} (${user.userName}) ${user.status.toLowerCase()}${place === '' ? '' : `\n${place}`}\n\n`
  const rows = dataOf(inventory).map((datum) => [
    `  ${named(datum.noun, datum.count)}`,
    datum.count,
    shortList(datum.names),
    datum.where,
  ])
  return head + table(rows)
}

function shortList(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ')
}
