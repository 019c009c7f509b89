import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import type { BagProblem, Verification } from '../../../../shared/archives/model.ts'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { formatBytes } from '../../format/bytes.ts'
import { formatQuantity } from '../../format/numbers.ts'
import classes from './Archives.module.css'

const columns: readonly DataColumn<BagProblem>[] = [
  { key: 'file', head: 'File', cell: ({ file }) => file },
  { key: 'message', head: 'Problem', cell: ({ message }) => message },
]

/** What a verification found: whole, or what is wrong where. */
export function VerificationResult({ verification }: { verification: Verification }) {
  const { valid, payloadFiles, payloadBytes, problems } = verification
  if (valid)
    return (
      <p className={classes.verdict} data-valid>
        <IconShieldCheck size={16} aria-hidden />
        Whole and unchanged: {formatQuantity(payloadFiles, 'file')}, {formatBytes(payloadBytes)}, every hash equal.
      </p>
    )
  return (
    <div>
      <p className={classes.verdict}>
        <IconAlertTriangle size={16} aria-hidden />
        Damaged: {formatQuantity(problems.length, 'problem')}. Restore the folder from a backup, then verify again.
      </p>
      <DataTable
        label="Problems"
        columns={columns}
        rows={problems}
        rowKey={({ code, file }, index) => `${code} ${file} ${index}`}
      />
    </div>
  )
}
