import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { ArchiveRow } from '../../../../shared/archives/model.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { DataGrid } from '../../components/DataGrid/DataGrid.tsx'
import { useFittingColumns } from '../../components/DataGrid/useFittingColumns.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { thenFocusSearch } from '../../components/ListTools/focusSearch.ts'
import type { LongList } from '../../data/pages.ts'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { useArchivesFound, useArchivesList, type ArchivesQuery } from '../../data/archives.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatDateTime, formatDay } from '../../format/dates.ts'
import { formatCount } from '../../format/numbers.ts'
import { useArchivesRow, useChangeArchivesView } from '../../stores/archivesView.ts'
import classes from './Archives.module.css'
import { ArchiveState } from './ArchiveState.tsx'
import { useArchivesQuery } from './archivesQuery.ts'
import { foundMessages } from './foundCount.ts'

const columns: readonly GridColumn<ArchiveRow>[] = [
  { key: 'extension', label: 'Extension', width: 64, cell: ({ extension }) => extension ?? '–' },
  { key: 'made', label: 'Made', width: 148, cell: ({ createdAt }) => formatDateTime(createdAt) },
  { key: 'messages', label: 'Messages', width: 68, numeric: true, cell: ({ messages }) => formatCount(messages) },
  { key: 'size', label: 'Size', width: 68, givesWay: 2, numeric: true, cell: ({ bytes }) => formatBytes(bytes) },
  { key: 'state', label: 'State', width: 168, cell: (archive) => <ArchiveState archive={archive} /> },
  { key: 'keepUntil', label: 'Keep until', width: 96, cell: keepUntilCell },
  { key: 'purpose', label: 'Purpose and tags', width: 100, share: 1, givesWay: 1, cell: purposeCell },
]
/** What stands beside the columns. */
const ends = { withBoxes: false, withOptions: false }

/** The archives that the search and the filters leave; Enter or a click opens one. */
export function ArchivesList() {
  const [current, setCurrent] = useArchivesRow()
  const [, navigate] = useLocation()
  const query = useArchivesQuery()
  const { head, list } = useArchivesList(query, current)
  const fitting = useFittingColumns([personColumn(alikeIn(list)), ...columns], ends)
  if (head.isError)
    return <ErrorAlert title="The archives could not be read" error={head.error} onRetry={() => void head.refetch()} />
  return (
    <DataGrid
      label="Archives"
      columns={fitting}
      list={list}
      question={query}
      empty={<NoneFound query={query} />}
      current={current}
      onCurrent={setCurrent}
      onOpen={({ id }) => navigate(`/archives/${id}`)}
    />
  )
}

function NoneFound({ query }: { query: ArchivesQuery }) {
  const change = useChangeArchivesView()
  const { messages = 0 } = useArchivesFound(query)
  const action = (
    <>
      {messages > 0 && (
        <Button variant="default" onClick={() => change({ part: 'messages' })}>
          Show {foundMessages(messages)}
        </Button>
      )}
      <Button variant="default" onClick={thenFocusSearch(() => change({ search: '', state: null, tag: null }))}>
        Show all archives
      </Button>
    </>
  )
  return (
    <EmptyState icon={<IconSearchOff size={22} />} title="No archive matches" action={action}>
      {messages > 0 ? 'The words are in messages.' : 'Use fewer words, or parts of words.'}
    </EmptyState>
  )
}

/** Archives of one person, made in the same minute: what their rows say does not tell them apart. */
function alikeIn({ total, rowAt }: LongList<ArchiveRow>): ReadonlySet<string> {
  const seen = new Set<string>()
  const alike = new Set<string>()
  for (let index = 0; index < total; index += 1) {
    const archive = rowAt(index)
    if (archive === undefined) continue
    const mark = markOf(archive)
    if (seen.has(mark)) alike.add(mark)
    seen.add(mark)
  }
  return alike
}

function markOf({ personName, createdAt }: ArchiveRow): string {
  return `${personName} ${formatDateTime(createdAt)}`
}

function personColumn(alike: ReadonlySet<string>): GridColumn<ArchiveRow> {
  return {
    key: 'person',
    label: 'Person',
    width: 100,
    share: 1.2,
    cell: (archive) => personCell(archive, alike.has(markOf(archive))),
  }
}

function personCell({ personName, path, folder }: ArchiveRow, withFolder: boolean) {
  const name = (
    <Truncated text={personName === '' ? 'Unnamed archive' : personName} whole={path} className={classes.person} />
  )
  if (!withFolder) return name
  return (
    <span className={classes.twoLines}>
      {name}
      <Truncated text={folder} whole={path} className={classes.folder} />
    </span>
  )
}

function keepUntilCell({ keepUntil, legalHold }: ArchiveRow) {
  if (legalHold !== null) return 'Legal hold'
  return keepUntil === null ? '–' : formatDay(keepUntil)
}

function purposeCell({ purpose, tags }: ArchiveRow) {
  const parts = [purpose, ...tags.map((tag) => `#${tag}`)]
  return <Truncated text={parts.filter((part) => part !== '').join(' ')} className={classes.dim} />
}
