import { NativeSelect } from '@mantine/core'
import { playbackSpeeds } from '../../../../shared/listen/speeds.ts'
import { usePlaybackSpeed, useSetPlaybackSpeed } from '../../data/preferences.ts'
import classes from './AudioPlayer.module.css'

/** How fast messages play: this one and the next ones. */
export function SpeedSelect() {
  const speed = usePlaybackSpeed()
  const { mutate: setSpeed } = useSetPlaybackSpeed()
  return (
    <NativeSelect
      size="xs"
      className={classes.speed}
      aria-label="Speed"
      value={String(speed)}
      onChange={(event) => {
        const chosen = playbackSpeeds.find((one) => String(one) === event.currentTarget.value)
        if (chosen !== undefined) setSpeed(chosen)
      }}
      data={playbackSpeeds.map((one) => ({ value: String(one), label: `${one}×` }))}
    />
  )
}
