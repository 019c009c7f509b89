import { Button } from '@mantine/core'
import { IconVolumeOff } from '@tabler/icons-react'
import classes from './AudioPlayer.module.css'

export type BrokenSoundProps = { cause: string; next: string | null; onRetry: () => void }

/** In place of the line of time: why nothing is heard, and what to do. */
export function BrokenSound({ cause, next, onRetry }: BrokenSoundProps) {
  return (
    <div role="alert" className={classes.broken}>
      <IconVolumeOff size={18} aria-hidden className={classes.brokenIcon} />
      <p>
        <strong>{cause}</strong> {next}
      </p>
      <Button size="compact-xs" variant="default" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}
