import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import type { BagProblem, BagWarning, ShownVerification } from '../../../../shared/archives/model.ts'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { formatBytes } from '../../format/bytes.ts'
import { formatQuantity } from '../../format/numbers.ts'
import classes from './Archives.module.css'

type Finding = BagProblem | BagWarning

const columns: readonly DataColumn<Finding>[] = [
  { key: 'file', head: 'File', cell: ({ file }) => file },
  { key: 'message', head: 'Finding', cell: ({ message }) => message },
]

/** What a verification found: whole, or what is wrong where; and what may go wrong on other systems. */
export function VerificationResult({ verification }: { verification: ShownVerification }) {
  const { valid, payloadFiles, payloadBytes, problems, problemCount, warnings, warningCount } = verification
  return (
    <div className={classes.findings}>
      {valid ? (
        <p className={classes.verdict} data-valid>
          <IconShieldCheck size={16} aria-hidden />
          Whole and unchanged: {formatQuantity(payloadFiles, 'file')}, {formatBytes(payloadBytes)}, every hash equal.
        </p>
      ) : (
        <p className={classes.verdict}>
          <IconAlertTriangle size={16} aria-hidden />
          Damaged: {formatQuantity(problemCount, 'problem')}. Restore the folder from a backup, then verify again.
        </p>
      )}
      <Findings label="Problems" findings={problems} count={problemCount} />
      <Findings label="Warnings" findings={warnings} count={warningCount} />
    </div>
  )
}

/** What a check found, file by file. */
export function Findings({ label, findings, count }: { label: string; findings: readonly Finding[]; count: number }) {
  if (findings.length === 0) return null
  return (
    <section aria-label={label}>
      <h2 className={classes.findingsHead}>{label}</h2>
      <DataTable
        label={label}
        columns={columns}
        rows={findings}
        rowKey={({ code, file }, index) => `${code} ${file} ${index}`}
      />
      {count > findings.length && (
        <p className={classes.dim}>
          The first {findings.length} of {count} are shown; the command “archive verify” prints all of them.
        </p>
      )}
    </section>
  )
}
