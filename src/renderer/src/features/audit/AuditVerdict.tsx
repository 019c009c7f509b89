import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { AuditProblem, AuditVerification } from '../../../../shared/audit/verification.ts'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import type { useVerifyAudit } from '../../data/audit.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import classes from './AuditVerdict.module.css'

const columns: readonly DataColumn<AuditProblem>[] = [
  {
    key: 'seq',
    head: 'Entry',
    width: 110,
    cell: ({ seq, lastSeq }) => (seq === lastSeq ? seq : `${seq} to ${lastSeq}`),
  },
  { key: 'message', head: 'Problem', cell: ({ message }) => message },
]

/** What a verification of the chain found: valid, or which entries are broken and how. */
export function AuditVerdict({ verify }: { verify: ReturnType<typeof useVerifyAudit> }) {
  const announce = useAnnounce()
  useEffect(() => {
    if (verify.data !== undefined) announce(verify.data.valid ? 'The audit is valid.' : 'The audit is not valid.')
  }, [announce, verify.data])
  if (verify.isIdle || verify.isPending) return null
  return (
    <section aria-label="Verification" className={classes.box}>
      {verify.isError && <ErrorAlert title="The audit could not be verified" error={verify.error} />}
      {verify.data !== undefined && <Result verification={verify.data} />}
    </section>
  )
}

function Result({ verification }: { verification: AuditVerification }) {
  const { valid, entries, anchors, problems, problemCount } = verification
  if (valid)
    return (
      <p className={classes.verdict} data-valid>
        <IconShieldCheck size={16} aria-hidden />
        Valid: {formatQuantity(entries, 'entry', 'entries')}, each as it was written, and the end compared with{' '}
        {formatQuantity(anchors, 'anchor')} outside of the database.
      </p>
    )
  return (
    <>
      <p className={classes.verdict}>
        <IconAlertTriangle size={16} aria-hidden />
        Not valid: {formatQuantity(problemCount, 'problem')} in {formatQuantity(entries, 'entry', 'entries')}. Compare
        with a copy of the data folder from before.
      </p>
      <div className={classes.problems}>
        <DataTable
          label="Problems of the audit"
          columns={columns}
          rows={problems}
          rowKey={({ kind, seq }, index) => `${kind} ${seq} ${index}`}
        />
      </div>
    </>
  )
}
