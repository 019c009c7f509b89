import type { KeyboardEvent, RefObject } from 'react'
import { spokenLength } from './spokenLength.ts'
import { seekTarget } from './playback.ts'
import type { Playback } from './usePlayback.ts'
import { Waveform } from './Waveform.tsx'
import classes from './AudioPlayer.module.css'

export type SeekLineProps = {
  audio: RefObject<HTMLAudioElement | null>
  playback: Playback
  peaks: number[] | null
  label: string
}

/** The line of time: a native slider over a waveform, or over a plain bar when there is no picture. */
export function SeekLine({ audio, playback, peaks, label }: SeekLineProps) {
  const { time, duration, seekTo, toggle } = playback

  function key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const target = seekTarget(event.key, time, duration)
    if (event.key === ' ') toggle()
    else if (target !== null) seekTo(target)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={classes.line}>
      {peaks === null ? (
        <progress className={classes.bar} aria-hidden value={duration > 0 ? time / duration : 0} max={1} />
      ) : (
        <Waveform audio={audio} duration={duration} peaks={peaks} />
      )}
      <input
        type="range"
        className={classes.slider}
        min={0}
        max={duration}
        step={0.05}
        value={Math.min(time, duration)}
        aria-label={`Position in ${label}`}
        aria-valuetext={`${spokenLength(time)} of ${spokenLength(duration)}`}
        onChange={(event) => seekTo(event.currentTarget.valueAsNumber)}
        onKeyDown={key}
      />
    </div>
  )
}
