import { formatPhoneNumbersIn } from '../../format/phoneNumbers.ts'
import { actionLabel, auditSentence } from '../../../../shared/audit/actions.ts'
import type { AuditEntry } from '../../../../shared/audit/model.ts'
import { SideDrawer } from '../../components/Dialog/SideDrawer.tsx'
import { ExactTime } from '../../components/ExactTime/ExactTime.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import classes from './Audit.module.css'

/** One entry with everything that it says, and its place in the chain. */
export function EntryDrawer({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { seq, at, operator, action, subject, detail, hash, previousHash } = entry
  return (
    <SideDrawer title={`Entry ${seq}`} size={460} onClose={onClose}>
      <p className={classes.sentence}>{formatPhoneNumbersIn(auditSentence(entry))}</p>
      <FactList
        facts={[
          { label: 'Time', value: <ExactTime at={at} /> },
          { label: 'Operator', value: operator },
          { label: 'Action', value: actionLabel(action, detail) },
          { label: 'About', value: subject },
          { label: 'Hash', value: hash },
          { label: 'Follows', value: previousHash },
        ]}
      />
      <h3>Detail</h3>
      <pre className={classes.detail}>{JSON.stringify(detail, null, 2)}</pre>
    </SideDrawer>
  )
}
