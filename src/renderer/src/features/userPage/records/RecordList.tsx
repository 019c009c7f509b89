import { useState, type ReactNode } from 'react'
import { DataGrid } from '../../../components/DataGrid/DataGrid.tsx'
import type { DataGridProps } from '../../../components/DataGrid/props.ts'
import { ErrorAlert } from '../../../components/ErrorAlert/ErrorAlert.tsx'
import { EmptyState } from '../../../components/QueryView/EmptyState.tsx'
import type { QueryState } from '../../../components/QueryView/QueryView.tsx'
import classes from './Records.module.css'

type RecordListProps<Row extends { id: string }> = Pick<
  DataGridProps<Row, never>,
  'label' | 'columns' | 'list' | 'onOpen'
> & {
  query: QueryState<unknown>
  /** Says above the list how many there are, and how long they are kept. */
  lead: ReactNode
  /** What an empty list is titled, and why it is empty. */
  none: { title: string; why: string }
}

/** One long list of a person under a line that says what it is. */
export function RecordList<Row extends { id: string }>({ query, lead, none, ...grid }: RecordListProps<Row>) {
  const [current, setCurrent] = useState(0)
  if (query.isError && query.data === undefined)
    return (
      <div className={classes.padded}>
        <ErrorAlert
          title={`${grid.label} could not be read`}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      </div>
    )
  return (
    <>
      {grid.list.total > 0 && <p className={classes.lead}>{lead}</p>}
      <DataGrid
        {...grid}
        question={grid.label}
        empty={<EmptyState title={none.title}>{none.why}</EmptyState>}
        current={current}
        onCurrent={setCurrent}
      />
    </>
  )
}
