import { useEffect, useRef } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { UserId } from '../../../../../../shared/ids.ts'
import type { OutputOf } from '../../../../../../shared/ipc/contract.ts'
import { ErrorAlert } from '../../../../components/ErrorAlert/ErrorAlert.tsx'
import { SkeletonRows } from '../../../../components/QueryView/SkeletonRows.tsx'
import { PersonOption } from './PersonOption.tsx'
import classes from './PersonStep.module.css'

export type PeopleListProps = {
  id: string
  people: UseQueryResult<OutputOf<'users.likeliest'>>
  /** Where the arrow keys are. */
  marked: number
  userId: UserId | null
  onChoose: (position: number) => void
}

/** The people who match, in a list that the search field steers. */
export function PeopleList({ id, people, marked, userId, onChoose }: PeopleListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-position="${marked}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  if (people.isError && people.data === undefined) {
    return (
      <ErrorAlert title="The directory could not be read" error={people.error} onRetry={() => void people.refetch()} />
    )
  }
  return (
    <div ref={list} id={`${id}-list`} role="listbox" tabIndex={-1} aria-label="People" className={classes.list}>
      {people.data === undefined && <SkeletonRows />}
      {people.data?.users.map((user, position) => (
        <PersonOption
          key={user.id}
          id={`${id}-${position}`}
          user={user}
          position={position}
          marked={position === marked}
          chosen={user.id === userId}
          onChoose={() => onChoose(position)}
        />
      ))}
    </div>
  )
}
