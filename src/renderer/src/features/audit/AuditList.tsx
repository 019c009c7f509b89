import { formatPhoneNumbersIn } from '../../format/phoneNumbers.ts'
import { actionLabel, auditSentence } from '../../../../shared/audit/actions.ts'
import type { AuditEntry, AuditFilter } from '../../../../shared/audit/model.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { DataGrid } from '../../components/DataGrid/DataGrid.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { ClearFilters } from '../../components/ListTools/ClearFilters.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { useAuditEntries, type AuditRow } from '../../data/audit.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { useEntryRow } from '../../stores/auditView.ts'
import classes from './Audit.module.css'

const columns: readonly GridColumn<AuditRow>[] = [
  { key: 'entry', label: 'Entry', width: 52, cell: ({ seq }) => <span className={classes.dim}>{seq}</span> },
  { key: 'time', label: 'Time', width: 160, cell: ({ at }) => formatDateTime(at) },
  { key: 'operator', label: 'Operator', width: 90, share: 0.6, cell: ({ operator }) => <Truncated text={operator} /> },
  {
    key: 'action',
    label: 'Action',
    width: 110,
    share: 0.7,
    cell: ({ action, detail }) => <Truncated text={actionLabel(action, detail)} />,
  },
  {
    key: 'done',
    label: 'What was done',
    width: 200,
    share: 2,
    cell: (entry) => <Truncated text={formatPhoneNumbersIn(auditSentence(entry))} />,
  },
]

type AuditListProps = {
  filter: AuditFilter
  /** Empties the filters; null when there are none. */
  onClear: (() => void) | null
  onOpen: (entry: AuditEntry) => void
}

export function AuditList({ filter, onClear, onOpen }: AuditListProps) {
  const [current, setCurrent] = useEntryRow()
  const { head, list } = useAuditEntries(filter, current)
  if (head.isError)
    return (
      <div className={classes.note}>
        <ErrorAlert title="The audit could not be read" error={head.error} onRetry={() => void head.refetch()} />
      </div>
    )
  return (
    <>
      <div className={classes.count}>
        {list.counted !== undefined && `${formatQuantity(list.counted, 'entry', 'entries')}, newest first`}
        {onClear !== null && <ClearFilters onClear={onClear} />}
      </div>
      <DataGrid
        label="Audit entries"
        columns={columns}
        list={list}
        question={filter}
        empty={<EmptyState title="No entries">No action fits these filters. Change or clear one of them.</EmptyState>}
        current={current}
        onCurrent={setCurrent}
        onOpen={onOpen}
      />
    </>
  )
}
