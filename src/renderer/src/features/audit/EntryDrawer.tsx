import { Drawer } from '@mantine/core'
import { actionLabel, auditSentence } from '../../../../shared/audit/actions.ts'
import type { AuditEntry } from '../../../../shared/audit/model.ts'
import { FactList } from '../../components/FactList/FactList.tsx'
import { formatDateTime } from '../../format/dates.ts'
import classes from './Audit.module.css'

/** One entry with everything that it says, and its place in the chain. */
export function EntryDrawer({ entry, onClose }: { entry: AuditEntry | null; onClose: () => void }) {
  return (
    <Drawer
      opened={entry !== null}
      onClose={onClose}
      position="right"
      size={460}
      title={entry === null ? '' : `Entry ${entry.seq}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {entry !== null && <Entry entry={entry} />}
    </Drawer>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { at, operator, action, subject, detail, hash, previousHash } = entry
  return (
    <>
      <p className={classes.sentence}>{auditSentence(entry)}</p>
      <FactList
        facts={[
          { label: 'Time', value: `${formatDateTime(at)} (${at})` },
          { label: 'Operator', value: operator },
          { label: 'Action', value: actionLabel(action, detail) },
          { label: 'About', value: subject },
          { label: 'Hash', value: hash },
          { label: 'Follows', value: previousHash },
        ]}
      />
      <h3>Detail</h3>
      <pre className={classes.detail}>{JSON.stringify(detail, null, 2)}</pre>
    </>
  )
}
