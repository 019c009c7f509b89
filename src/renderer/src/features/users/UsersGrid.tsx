import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type Ref,
  type RefObject,
} from 'react'
import type { UserColumn } from '../../../../shared/directory/model.ts'
import type { UserId } from '../../../../shared/ids.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { SkeletonRows } from '../../components/QueryView/SkeletonRows.tsx'
import { useUsers, type UsersQuery } from '../../data/users.ts'
import { useCurrentRow } from '../../stores/usersView.ts'
import { tracksOf } from './columns.tsx'
import { NobodyFound } from './NobodyFound.tsx'
import { UserRow } from './UserRow.tsx'
import { useRowKeys } from './useRowKeys.ts'
import { UsersBar } from './UsersBar.tsx'
import { UsersHead } from './UsersHead.tsx'
import classes from './UsersGrid.module.css'

export type UsersGridHandle = { focusFirst: () => void }

export type UsersGridProps = {
  query: UsersQuery
  columns: readonly UserColumn[]
  onOpen: (userId: UserId) => void
  onChoose: (preset: Preset, userId: UserId) => void
  ref?: Ref<UsersGridHandle>
}

const rowHeight = 36
/** Rows drawn beyond the visible ones: a turn of the wheel is covered, and the page stays small. */
const overscan = 4

/** The directory as a virtual grid: only the rows on the screen exist, and only their pages are read. */
export function UsersGrid({ query, columns, onOpen, onChoose, ref }: UsersGridProps) {
  const head = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useCurrentRow()
  const [visible, setVisible] = useState({ first: current, last: current })
  const { head: first, total, counted, rowAt, changing } = useUsers(query, visible)
  // Its functions change with every scroll; nothing here is memoized over them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    overscan,
    initialOffset: Math.max(0, (current - 5) * rowHeight),
    onChange: ({ range }) => range !== null && setVisible(pagesAround(range.startIndex, range.endIndex)),
  })
  const keys = useRowKeys({ query, rowAt, total, current, setCurrent, body, virtualizer, rowHeight })
  const { onKey, extendTo, goTo } = keys
  useImperativeHandle(ref, () => ({ focusFirst: () => goTo(0) }), [goTo])
  useBackToTop(query, body)
  const style = useTracks(columns)
  const row = { columns, onOpen, onChoose, onCurrent: setCurrent, onKey, onExtend: extendTo }

  if (first.isError && first.data === undefined) return <Unreadable head={first} />
  return (
    <>
      <UsersBar query={query} columns={columns} total={counted} changing={changing} />
      <div
        role="grid"
        aria-label="Users"
        aria-multiselectable
        aria-rowcount={counted === undefined ? -1 : total + 1}
        aria-busy={changing}
        className={classes.grid}
        style={style}
      >
        <UsersHead ref={head} columns={columns} total={total} />
        <div
          ref={body}
          role="rowgroup"
          className={classes.body}
          data-changing={changing}
          onScroll={({ currentTarget }) => head.current?.scrollTo({ left: currentTarget.scrollLeft })}
        >
          {first.data === undefined && <Waiting />}
          {counted === 0 && <NobodyFound />}
          <div role="presentation" className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const user = rowAt(index)
              if (user === undefined) return <LoadingRow key={index} top={start} />
              return (
                <UserRow key={user.id} {...row} user={user} index={index} top={start} current={index === current} />
              )
            })}
          </div>
        </div>
      </div>
    </>
  )
}

function Unreadable({ head }: Pick<ReturnType<typeof useUsers>, 'head'>) {
  return (
    <PageBody>
      <ErrorAlert title="The users could not be read" error={head.error} onRetry={() => void head.refetch()} />
    </PageBody>
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

function useTracks(columns: readonly UserColumn[]): CSSProperties {
  return useMemo(() => {
    const { template, least } = tracksOf(columns)
    return { '--users-tracks': template, '--users-least': `${least}px` } as CSSProperties
  }, [columns])
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
