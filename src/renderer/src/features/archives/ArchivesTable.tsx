import { Link } from 'wouter'
import type { ArchiveRow } from '../../../../shared/archives/model.ts'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { formatBytes } from '../../format/bytes.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatCount } from '../../format/numbers.ts'
import { ArchiveState } from './ArchiveState.tsx'
import classes from './Archives.module.css'

const columns: readonly DataColumn<ArchiveRow>[] = [
  {
    key: 'person',
    head: 'Person',
    width: 200,
    cell: ({ id, personName }) => (
      <Link href={`/archives/${id}`} className={classes.person}>
        {personName === '' ? 'Unnamed archive' : personName}
      </Link>
    ),
  },
  {
    key: 'extension',
    head: 'Extension',
    width: 90,
    cell: ({ extension }) => <span className="tabular">{extension ?? '–'}</span>,
  },
  { key: 'made', head: 'Made', width: 170, cell: ({ createdAt }) => formatDateTime(createdAt) },
  { key: 'messages', head: 'Messages', width: 90, numeric: true, cell: ({ messages }) => formatCount(messages) },
  { key: 'size', head: 'Size', width: 90, numeric: true, cell: ({ bytes }) => formatBytes(bytes) },
  { key: 'state', head: 'State', width: 180, cell: (archive) => <ArchiveState archive={archive} /> },
  {
    key: 'folder',
    head: 'Folder',
    rest: true,
    cell: ({ folder, path }) => <Truncated text={folder} whole={path} className={classes.folder} />,
  },
]

export function ArchivesTable({ archives }: { archives: readonly ArchiveRow[] }) {
  return <DataTable label="Archives" columns={columns} rows={archives} rowKey={({ id }) => id} />
}
