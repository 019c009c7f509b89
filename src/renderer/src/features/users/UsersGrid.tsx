import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react'
import type { UserId } from '../../../../shared/ids.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { SkeletonRows } from '../../components/QueryView/SkeletonRows.tsx'
import { useUsers, type UsersQuery } from '../../data/users.ts'
import { useCurrentRow } from '../../stores/usersView.ts'
import { NobodyFound } from './NobodyFound.tsx'
import { useGridKeys } from './useGridKeys.ts'
import { UserRow } from './UserRow.tsx'
import { UsersCount } from './UsersCount.tsx'
import { UsersHead } from './UsersHead.tsx'
import classes from './UsersGrid.module.css'

export type UsersGridHandle = { focusFirst: () => void }

export type UsersGridProps = {
  query: UsersQuery
  onOpen: (userId: UserId) => void
  onChoose: (preset: Preset, userId: UserId) => void
  ref?: Ref<UsersGridHandle>
}

const rowHeight = 36

/** The directory as a virtual grid: only the rows on the screen exist, and only their pages are read. */
export function UsersGrid({ query, onOpen, onChoose, ref }: UsersGridProps) {
  const body = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useCurrentRow()
  const [visible, setVisible] = useState({ first: current, last: current })
  const { head, total, rowAt, changing } = useUsers(query, visible)
  // Its functions change with every scroll; nothing here is memoized over them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: Math.max(0, (current - 5) * rowHeight),
    onChange: ({ range }) => range !== null && setVisible(pagesAround(range.startIndex, range.endIndex)),
  })
  const { onKeyDown, goTo } = useGridKeys({ total, current, setCurrent, body, virtualizer })
  useImperativeHandle(ref, () => ({ focusFirst: () => goTo(0) }), [goTo])
  useBackToTop(query, body)

  if (head.isError && head.data === undefined)
    return (
      <PageBody>
        <ErrorAlert title="The users could not be read" error={head.error} onRetry={() => void head.refetch()} />
      </PageBody>
    )
  return (
    <>
      <UsersCount total={head.data?.total} changing={changing} />
      <div role="grid" aria-label="Users" aria-rowcount={total + 1} aria-busy={changing} className={classes.grid}>
        <UsersHead />
        <div ref={body} role="rowgroup" className={classes.body} data-changing={changing}>
          {head.data === undefined && <Waiting />}
          {head.data?.total === 0 && <NobodyFound />}
          <div role="presentation" className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const user = rowAt(index)
              return user === undefined ? (
                <LoadingRow key={index} top={start} />
              ) : (
                <UserRow
                  key={user.id}
                  user={user}
                  index={index}
                  top={start}
                  current={index === current}
                  onOpen={onOpen}
                  onChoose={onChoose}
                  onCurrent={setCurrent}
                  onMove={onKeyDown}
                />
              )
            })}
          </div>
        </div>
      </div>
    </>
  )
}

function Waiting() {
  return (
    <div className={classes.waiting}>
      <SkeletonRows rows={16} />
    </div>
  )
}

function LoadingRow({ top }: { top: number }) {
  return <div aria-hidden className={classes.loading} style={{ transform: `translateY(${top}px)` }} />
}

/** Rounded, so that a scroll within the same rows does not draw the grid again. */
function pagesAround(first: number, last: number): { first: number; last: number } {
  return { first: Math.floor(first / 50) * 50, last: Math.ceil(last / 50) * 50 }
}

/** Another search, filter or order starts at its first row; coming back to the page does not. */
function useBackToTop(query: UsersQuery, body: RefObject<HTMLDivElement | null>): void {
  const asked = JSON.stringify(query)
  const last = useRef(asked)
  useEffect(() => {
    if (last.current === asked) return
    last.current = asked
    body.current?.scrollTo({ top: 0 })
  }, [asked, body])
}
