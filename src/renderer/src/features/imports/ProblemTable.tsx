import { useId } from 'react'
import type { RowProblem } from '../../../../shared/imports/contract.ts'
import { ScrollBox } from '../../components/ScrollBox/ScrollBox.tsx'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { formatCount } from '../../format/numbers.ts'
import { columnName } from '../../../../shared/imports/columnNames.ts'
import classes from './Imports.module.css'

const columns: readonly DataColumn<RowProblem>[] = [
  { key: 'line', head: 'Line', width: 70, numeric: true, cell: ({ line }) => formatCount(line) },
  { key: 'column', head: 'Column', width: 140, cell: ({ column }) => (column === null ? 'Row' : columnName(column)) },
  { key: 'reason', head: 'Reason', cell: ({ reason }) => reason },
]

/** What stands in the way, line by line; the first hundred of them. */
export function ProblemTable({ problems, problemCount }: { problems: readonly RowProblem[]; problemCount: number }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        Problems
        {problemCount > problems.length && ` (the first ${formatCount(problems.length)})`}
      </h3>
      <ScrollBox labelledBy={heading}>
        <DataTable
          label="Problems"
          columns={columns}
          rows={problems}
          rowKey={({ line, column }, index) => `${line} ${column} ${index}`}
        />
      </ScrollBox>
    </section>
  )
}
