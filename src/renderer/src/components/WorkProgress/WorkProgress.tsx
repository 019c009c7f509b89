import { Progress } from '@mantine/core'
import { formatBytes } from '../../format/bytes.ts'
import { formatCount } from '../../format/numbers.ts'
import type { WorkProgress as Work } from '../../data/useWorkProgress.ts'
import classes from './WorkProgress.module.css'

export type WorkProgressProps = {
  /** What is being done: "Verifying files". */
  label: string
  progress: Work | null
  /** What is counted; things, each of which may have bytes, unless something else is said. */
  unit?: 'things' | 'bytes'
}

/** How much of how many is done; before the first report the bar stands empty, so nothing jumps. */
export function WorkProgress({ label, progress, unit = 'things' }: WorkProgressProps) {
  const { done = 0, total = null, bytes = 0 } = progress ?? {}
  const share = total === null || total === 0 ? 0 : Math.min(100, (done / total) * 100)
  const format = unit === 'bytes' ? formatBytes : formatCount
  const counted = total === null ? format(done) : `${format(done)} of ${format(total)}`
  return (
    <div className={classes.work}>
      <div className={classes.words}>
        <span>{label}</span>
        <span className="tabular">
          {progress === null ? 'Starting' : counted}
          {unit === 'things' && bytes > 0 && ` · ${formatBytes(bytes)}`}
        </span>
      </div>
      <Progress.Root size="md">
        <Progress.Section value={share} aria-label={label} aria-valuetext={counted} />
      </Progress.Root>
    </div>
  )
}
