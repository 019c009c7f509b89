import type { ReactNode } from 'react'
import { SkeletonRows } from '../QueryView/SkeletonRows.tsx'
import classes from './DataGrid.module.css'

/** A grid has rows and cells only, so what stands in place of its rows is one. */
export function Empty({ children }: { children: ReactNode }) {
  return (
    <div role="row" tabIndex={-1}>
      <div role="gridcell">{children}</div>
    </div>
  )
}

export function Waiting() {
  return (
    <div className={classes.waiting}>
      <SkeletonRows rows={16} />
    </div>
  )
}
