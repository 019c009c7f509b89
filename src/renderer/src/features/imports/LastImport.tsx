import type { ReactNode } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useLastImport, type ImportRoute } from '../../data/imports.ts'
import { ImportProblem } from './ImportProblem.tsx'
import { ImportWork } from './ImportWork.tsx'
import classes from './Imports.module.css'

export type LastImportProps<R extends ImportRoute> = {
  route: R
  /** What it does while it runs. */
  label: string
  failed: string
  children: (result: OutputOf<R>) => ReactNode
}

/** The newest import, also when the page was left meanwhile: how far it is, why it stopped, or what it did. */
export function LastImport<R extends ImportRoute>({ route, label, failed, children }: LastImportProps<R>) {
  const last = useLastImport(route)
  if (last?.status === 'pending')
    return (
      <div className={classes.preview}>
        <ImportWork label={label} cancel="Cancel import" />
      </div>
    )
  if (last?.status === 'error') return <ImportProblem title={failed} error={last.error} />
  return last?.data === undefined ? null : children(last.data)
}
