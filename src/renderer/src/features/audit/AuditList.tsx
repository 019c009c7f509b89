import { actionLabel, auditSentence } from '../../../../shared/audit/actions.ts'
import type { AuditEntry, AuditFilter } from '../../../../shared/audit/model.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { LongList } from '../../components/LongList/LongList.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { SkeletonRows } from '../../components/QueryView/SkeletonRows.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { useAuditEntries } from '../../data/audit.ts'
import { useVisible } from '../../data/pages.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { useEntryRow } from '../../stores/auditView.ts'
import classes from './Audit.module.css'

const columns = ['Entry', 'Time', 'Operator', 'Action', 'What was done'].map((name) => ({ name }))

type AuditListProps = { filter: AuditFilter; onOpen: (entry: AuditEntry) => void }

export function AuditList({ filter, onOpen }: AuditListProps) {
  const place = useEntryRow()
  const [visible, setVisible] = useVisible(place[0])
  const { head, total, rowAt } = useAuditEntries(filter, visible)
  if (head.isError)
    return (
      <div className={classes.note}>
        <ErrorAlert title="The audit could not be read" error={head.error} onRetry={() => void head.refetch()} />
      </div>
    )
  if (head.data === undefined)
    return (
      <div className={classes.note}>
        <SkeletonRows rows={14} />
      </div>
    )
  const none = <EmptyState title="No entries">No action fits these filters. Change or clear one of them.</EmptyState>
  return (
    <>
      <div className={classes.count}>{formatQuantity(total, 'entry', 'entries')}, newest first</div>
      <LongList
        key={JSON.stringify(filter)}
        label="Audit entries"
        columns={columns}
        layout={classes.entries}
        total={total}
        busy={head.isPlaceholderData}
        selected={null}
        place={place}
        onVisible={setVisible}
        onOpen={(at) => {
          const entry = rowAt(at)
          if (entry !== undefined) onOpen(entry)
        }}
        cells={(at) => {
          const entry = rowAt(at)
          return entry === undefined ? null : cellsOf(entry)
        }}
        empty={none}
      />
    </>
  )
}

function cellsOf(entry: AuditEntry) {
  return [
    <span key="seq" className={classes.dim}>
      {entry.seq}
    </span>,
    formatDateTime(entry.at),
    <Truncated key="operator" text={entry.operator} />,
    <Truncated key="action" text={actionLabel(entry.action)} />,
    <Truncated key="sentence" text={auditSentence(entry)} />,
  ]
}
