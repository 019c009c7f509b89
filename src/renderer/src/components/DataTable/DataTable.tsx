import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './DataTable.module.css'

export type DataColumn<T> = {
  key: string
  head: ReactNode
  cell: (row: T) => ReactNode
  numeric?: boolean
  width?: number | string
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
          {columns.map(({ key, head, numeric, width }) => (
            <Table.Th key={key} data-numeric={numeric} style={{ width }}>
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, index) => (
          <Table.Tr key={rowKey(row, index)}>
            {columns.map(({ key, cell, numeric }) => (
              <Table.Td key={key} data-numeric={numeric}>
                {cell(row)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
