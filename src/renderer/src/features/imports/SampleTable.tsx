import { useId } from 'react'
import { userColumns } from '../../../../shared/imports/contract.ts'
import { ScrollBox } from '../../components/ScrollBox/ScrollBox.tsx'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { columnNames } from '../../../../shared/imports/columnNames.ts'
import classes from './Imports.module.css'

type Row = Readonly<Record<string, string>>
export type SampleTableProps = { sample: readonly Row[]; mapping: Readonly<Record<string, string>> }

/** The first valid rows as they would be imported. */
export function SampleTable({ sample, mapping }: SampleTableProps) {
  const heading = useId()
  const columns: DataColumn<Row>[] = userColumns
    .filter((column) => (mapping[column] ?? '') !== '')
    .map((column) => ({ key: column, head: columnNames[column], cell: (row) => row[column] ?? '' }))
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        First rows
      </h3>
      <ScrollBox labelledBy={heading}>
        <DataTable label="First rows" columns={columns} rows={sample} rowKey={(_, index) => String(index)} />
      </ScrollBox>
    </section>
  )
}
