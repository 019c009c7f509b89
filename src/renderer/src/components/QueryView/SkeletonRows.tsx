import { Skeleton } from '@mantine/core'
import classes from './QueryView.module.css'

/** Stands for rows that are being read; it shows after 200 ms, so quick answers do not flash. */
export function SkeletonRows({ rows = 8, height = 36 }: { rows?: number; height?: number }) {
  return (
    <div className={classes.skeleton} aria-busy="true">
      <span className="visuallyHidden">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ height }} className={classes.skeletonRow} aria-hidden>
          <Skeleton height={12} width={`${60 - ((row * 17) % 35)}%`} />
        </div>
      ))}
    </div>
  )
}
