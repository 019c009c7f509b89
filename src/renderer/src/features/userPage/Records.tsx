import { Table } from '@mantine/core'
import { dataOf, type DatumKind } from '../../../../shared/offboarding/data.ts'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { formatCount } from '../../format/numbers.ts'
import classes from './UserPage.module.css'

/** Long lists of which only the number is known here, and what the article says of each. */
const sentences: Partial<Record<DatumKind, string>> = {
  callLog: 'Tied to the PBX and removed from it with the account. Other users still see their calls with the person.',
  callRecord: 'Stored indefinitely; no offboarding touches them.',
  billingRecord: 'Stored indefinitely; no offboarding touches them.',
  chatMessage: 'Stored indefinitely.',
  meeting: 'Permanently deleted with the account.',
  contact: 'Permanently deleted with the account.',
  fax: 'Deleted twelve months after the person left.',
  textMessage: 'Deleted twelve months after the person left.',
}

export function recordsOf(inventory: Inventory) {
  return dataOf(inventory).filter(({ what }) => sentences[what] !== undefined)
}

/** Calls, bills, chats, meetings and so on: how many, where they live, who can see them, how long. */
export function Records({ inventory }: { inventory: Inventory }) {
  const records = recordsOf(inventory)
  if (records.length === 0)
    return <p className={classes.none}>No calls, messages, meetings or contacts are recorded.</p>
  return (
    <Table className={classes.records ?? ''} verticalSpacing={7} horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>What</Table.Th>
          <Table.Th data-numeric>Number</Table.Th>
          <Table.Th>Where</Table.Th>
          <Table.Th>Seen by</Table.Th>
          <Table.Th>How long</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {records.map(({ what, label, count, where, seenBy }) => (
          <Table.Tr key={what}>
            <Table.Th scope="row">{label}</Table.Th>
            <Table.Td data-numeric>{formatCount(count)}</Table.Td>
            <Table.Td>{placeOf(where)}</Table.Td>
            <Table.Td>{seenBy}</Table.Td>
            <Table.Td>{sentences[what]}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** How long has a column of its own: "Analytics, indefinitely" is only a place here. */
function placeOf(where: string): string {
  return where.replace(/, indefinitely$/, '')
}
