import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './DataTable.module.css'

export type DataColumn<T> = {
  key: string
  head: ReactNode
  cell: (row: T) => ReactNode
  numeric?: boolean
  /** Width in pixels when there is room; such a cell stays on one line. */
  width?: number
  /** Takes the room that is left; what is too long for it is cut. */
  rest?: boolean
}

export type DataTableProps<T> = {
  /** Names the table for screen readers. */
  label: string
  columns: readonly DataColumn<T>[]
  rows: readonly T[]
  rowKey: (row: T, index: number) => string
}

/** A dense table of a few hundred rows at most; longer lists are virtual. */
export function DataTable<T>({ label, columns, rows, rowKey }: DataTableProps<T>) {
  return (
    <Table aria-label={label} className={classes.table ?? ''} horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ key, head, numeric, width, rest }) => (
            <Table.Th key={key} data-numeric={numeric} data-rest={rest} style={{ width }}>
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, index) => (
          <Table.Tr key={rowKey(row, index)}>
            {columns.map(({ key, cell, numeric, width, rest }) => (
              <Table.Td key={key} data-numeric={numeric} data-line={width !== undefined} data-rest={rest}>
                {cell(row)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
