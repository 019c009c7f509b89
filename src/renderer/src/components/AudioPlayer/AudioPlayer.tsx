import { Text } from '@mantine/core'
import { useImperativeHandle, useRef, type Ref } from 'react'
import type { SoundPlace } from '../../../../shared/listen/contract.ts'
import { usePlaybackSpeed } from '../../data/preferences.ts'
import { useRefusal } from '../../data/session.ts'
import { formatDuration } from '../../format/durations.ts'
import { causeOf } from '../ErrorAlert/adviceFor.ts'
import { BrokenSound } from './BrokenSound.tsx'
import { mediaAddress } from './mediaAddress.ts'
import type { MessageSteps } from './MessageStep.tsx'
import { MutedPlayer } from './MutedPlayer.tsx'
import { SeekLine } from './SeekLine.tsx'
import { endsEarly, whyUnheard } from './soundProblems.ts'
import { SpeedSelect } from './SpeedSelect.tsx'
import { spokenLength } from './spokenLength.ts'
import { Transport } from './Transport.tsx'
import { usePlayback } from './usePlayback.ts'
import { useSound } from './useSound.ts'
import classes from './AudioPlayer.module.css'

/** What a list around the player may ask of it. */
export type AudioPlayerHandle = { toggle: () => void; seekBy: (seconds: number) => void; isPlaying: () => boolean }

export type AudioPlayerProps = {
  /** Give the component its media address as its key. */
  place: SoundPlace
  /** Of a message who called and when, of a greeting its kind, in words. */
  label: string
  /** As listed. */
  seconds: number
  /** Plays as soon as it can: the message before was playing. */
  autoPlay: boolean
  /** Null for a sound that stands alone. */
  steps: MessageSteps | null
  ref?: Ref<AudioPlayerHandle>
}

/** Plays one sound: buttons, line of time, speed; or says why it cannot. */
export function AudioPlayer({ ref, ...props }: AudioPlayerProps) {
  const refused = useRefusal('listen')
  if (refused !== null) return <MutedPlayer {...props} reason={refused} />
  return <SoundingPlayer {...props} {...(ref !== undefined && { ref })} />
}

function SoundingPlayer({ place, label, seconds, autoPlay, steps, ref }: AudioPlayerProps) {
  const audio = useRef<HTMLAudioElement>(null)
  const url = mediaAddress(place)
  const sound = useSound(place, seconds)
  const playback = usePlayback(audio, url, { seconds, speed: usePlaybackSpeed(), autoPlay })
  const { playing, time, duration, toggle, seekTo } = playback
  useImperativeHandle(ref, () => ({ toggle, seekBy: (by) => seekTo(time + by), isPlaying: () => playing }), [
    toggle,
    seekTo,
    time,
    playing,
  ])
  const broken = brokenOf(sound, playback.failed, place.kind)
  const torn = sound.look === null ? null : endsEarly(sound.look, seconds)
  const retry = (): void => {
    sound.lookAgain()
    playback.reload()
  }

  return (
    <section aria-label={`Player: ${label}, ${spokenLength(seconds)}`} className={classes.player}>
      {/* A voicemail has no captions; its transcript, when there is one, stands beside the player. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={audio} src={url} preload="auto" />
      <Transport playback={playback} label={label} broken={broken?.cause ?? null} steps={steps} />
      {broken !== null ? (
        <BrokenSound {...broken} onRetry={retry} />
      ) : (
        <SeekLine audio={audio} playback={playback} peaks={sound.peaks} label={label} />
      )}
      <div className={classes.side}>
        <Text size="sm" className={classes.time}>
          {formatDuration(time)} / {formatDuration(duration)}
        </Text>
        <SpeedSelect />
      </div>
      {torn !== null && (
        <p role="status" className={classes.torn}>
          {torn}
        </p>
      )}
    </section>
  )
}

/** Main knows more than the audio element, which only says that there is no sound. */
function brokenOf({ look, error }: ReturnType<typeof useSound>, failed: boolean, where: SoundPlace['kind']) {
  if (error !== null) return { cause: causeOf(error), next: null }
  const known = whyUnheard(look?.problem ?? null, where)
  if (known !== null) return known
  if (!failed) return null
  return {
    cause: 'The audio cannot be played here.',
    next: 'It is archived byte by byte as the phone system has it.',
  }
}
