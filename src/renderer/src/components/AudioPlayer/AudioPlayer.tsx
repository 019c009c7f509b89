import { ActionIcon, Group, NativeSelect, Text, Tooltip } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useImperativeHandle, useRef, type Ref } from 'react'
import { formatDuration } from '../../format/durations.ts'
import { MessageStep } from './MessageStep.tsx'
import { speeds } from './playback.ts'
import { SeekLine } from './SeekLine.tsx'
import { spokenLength } from './spokenLength.ts'
import { usePeaks } from './usePeaks.ts'
import { usePlayback } from './usePlayback.ts'
import classes from './AudioPlayer.module.css'

/** What a list around the player may ask of it. */
export type AudioPlayerHandle = { toggle: () => void; seekBy: (seconds: number) => void }

export type AudioPlayerProps = {
  /** media:// address; give the component the same value as its key. */
  url: string
  /** Who called and when, in words. */
  label: string
  seconds: number
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  ref?: Ref<AudioPlayerHandle>
}

/** Plays one message: button, line of time, speed. */
export function AudioPlayer({ url, label, seconds, onPrevious, onNext, ref }: AudioPlayerProps) {
  const audio = useRef<HTMLAudioElement>(null)
  const playback = usePlayback(audio, url, seconds)
  const peaks = usePeaks(url, seconds, true)
  const { playing, time, duration, toggle, seekTo } = playback
  useImperativeHandle(ref, () => ({ toggle, seekBy: (by) => seekTo(time + by) }), [toggle, seekTo, time])
  const verb = playing ? 'Pause' : 'Play'

  return (
    <section aria-label={`Player: ${label}, ${spokenLength(seconds)}`} className={classes.player}>
      {/* A voicemail has no captions; its transcript, when there is one, stands beside the player. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={audio} src={url} preload="metadata" />
      <Group gap={4} wrap="nowrap">
        <MessageStep to="previous" onClick={onPrevious} />
        <Tooltip label={`${verb} (Space)`} position="bottom">
          <ActionIcon size="lg" radius="xl" aria-label={`${verb} ${label}`} onClick={toggle} disabled={playback.failed}>
            {playing ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
          </ActionIcon>
        </Tooltip>
        <MessageStep to="next" onClick={onNext} />
      </Group>
      {playback.failed ? (
        <Text size="sm" role="alert">
          The audio cannot be read here. It is archived byte by byte as the phone system has it.
        </Text>
      ) : (
        <SeekLine audio={audio} playback={playback} peaks={peaks} label={label} />
      )}
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" className={classes.time}>
          {formatDuration(time)} / {formatDuration(duration)}
        </Text>
        <NativeSelect
          size="xs"
          className={classes.speed}
          aria-label="Speed"
          value={String(playback.speed)}
          onChange={(event) => playback.setSpeed(Number(event.currentTarget.value))}
          data={speeds.map((speed) => ({ value: String(speed), label: `${speed}×` }))}
        />
      </Group>
    </section>
  )
}
