import type { ReactNode } from 'react'
import { ErrorAlert } from '../../../components/ErrorAlert/ErrorAlert.tsx'
import { LongList, type LongListProps } from '../../../components/LongList/LongList.tsx'
import { EmptyState } from '../../../components/QueryView/EmptyState.tsx'
import type { QueryState } from '../../../components/QueryView/QueryView.tsx'
import { SkeletonRows } from '../../../components/QueryView/SkeletonRows.tsx'
import classes from './Records.module.css'

type RecordListProps = Pick<LongListProps, 'label' | 'columns' | 'layout' | 'total' | 'cells' | 'onVisible'> & {
  query: QueryState<unknown>
  /** Says above the list how many there are, and how long they are kept. */
  lead: ReactNode
  /** What an empty list is titled, and why it is empty. */
  none: { title: string; why: string }
  onOpen?: (index: number) => void
}

/** One long list of a person under a line that says what it is. */
export function RecordList({ query, lead, none, ...list }: RecordListProps) {
  if (query.isError && query.data === undefined)
    return (
      <div className={classes.padded}>
        <ErrorAlert
          title={`${list.label} could not be read`}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      </div>
    )
  if (query.data === undefined)
    return (
      <div className={classes.padded}>
        <SkeletonRows rows={14} />
      </div>
    )
  if (list.total === 0) return <EmptyState title={none.title}>{none.why}</EmptyState>
  return (
    <>
      <p className={classes.lead}>{lead}</p>
      <LongList {...list} busy={false} selected={null} empty={null} />
    </>
  )
}
