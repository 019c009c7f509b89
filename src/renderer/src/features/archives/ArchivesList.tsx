import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearchOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { ArchiveRow } from '../../../../shared/archives/model.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { LongList } from '../../components/LongList/LongList.tsx'
import type { LongColumn } from '../../components/LongList/LongListRow.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { useArchivesList } from '../../data/archives.ts'
import { useVisible } from '../../data/pages.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatDate, formatDay } from '../../format/dates.ts'
import { formatCount } from '../../format/numbers.ts'
import { useArchivesRow, useArchivesView, useChangeArchivesView } from '../../stores/archivesView.ts'
import classes from './Archives.module.css'
import { ArchiveState } from './ArchiveState.tsx'

const columns: readonly LongColumn[] = [
  { name: 'Person' },
  { name: 'Extension' },
  { name: 'Made' },
  { name: 'Messages', numeric: true },
  { name: 'Size', numeric: true },
  { name: 'State' },
  { name: 'Keep until' },
  { name: 'Purpose and tags' },
]

/** The archives that the search and the filters leave; Enter or a click opens one. */
export function ArchivesList() {
  const { search, state, tag, order } = useArchivesView()
  const change = useChangeArchivesView()
  const [settled] = useDebouncedValue(search.trim(), 100)
  const place = useArchivesRow()
  const [visible, setVisible] = useVisible(place[0])
  const [, navigate] = useLocation()
  const query = useMemo(
    () => ({
      ...order,
      ...(settled === '' ? {} : { search: settled }),
      ...(state === null ? {} : { state }),
      ...(tag === null ? {} : { tag }),
    }),
    [order, settled, state, tag],
  )
  const { head, total, rowAt } = useArchivesList(query, visible)
  const open = (index: number): void => {
    const row = rowAt(index)
    if (row !== undefined) navigate(`/archives/${row.id}`)
  }
  if (head.isError)
    return <ErrorAlert title="The archives could not be read" error={head.error} onRetry={() => void head.refetch()} />
  return (
    <LongList
      label="Archives"
      columns={columns}
      layout={classes.columns}
      total={total}
      busy={head.isPending}
      cells={(index) => {
        const row = rowAt(index)
        return row === undefined ? null : cellsOf(row)
      }}
      selected={null}
      place={place}
      onVisible={setVisible}
      onOpen={open}
      empty={
        <EmptyState
          icon={<IconSearchOff size={22} />}
          title="No archive matches"
          action={
            <Button variant="default" onClick={() => change({ search: '', state: null, tag: null })}>
              Show all archives
            </Button>
          }
        >
          The words may be in a message: look under Messages.
        </EmptyState>
      }
    />
  )
}

function cellsOf(row: ArchiveRow) {
  const { personName, path, extension, createdAt, messages, bytes, keepUntil, legalHold, purpose, tags } = row
  return [
    <Truncated
      key="person"
      text={personName === '' ? 'Unnamed archive' : personName}
      whole={path}
      className={classes.person}
    />,
    extension ?? '–',
    formatDate(createdAt),
    formatCount(messages),
    formatBytes(bytes),
    <ArchiveState key="state" archive={row} />,
    legalHold === null ? (keepUntil === null ? '–' : formatDay(keepUntil)) : 'Legal hold',
    <Truncated
      key="purpose"
      text={[purpose, ...tags.map((tag) => `#${tag}`)].filter((part) => part !== '').join(' ')}
      className={classes.dim}
    />,
  ]
}
