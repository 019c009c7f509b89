import { Group, Loader } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconRewindBackward5 } from '@tabler/icons-react'
import { AllowedIcon } from '../AllowedButton/AllowedIcon.tsx'
import { MessageStep, type MessageSteps } from './MessageStep.tsx'
import { seekSeconds } from './playback.ts'
import type { Playback } from './usePlayback.ts'

export type TransportProps = {
  playback: Playback
  label: string
  /** Why it cannot be played, or null. */
  broken: string | null
  steps: MessageSteps | null
}

/** A sound that comes at once shows no sign of waiting. */
const patienceMilliseconds = 200

/** The buttons: message before, back by five seconds, play, message after. */
export function Transport({ playback, label, broken, steps }: TransportProps) {
  const { playing, waiting, time, toggle, seekTo } = playback
  const [waitingLong] = useDebouncedValue(waiting, patienceMilliseconds)
  const verb = playing ? 'Pause' : 'Play'
  const back = `Back ${seekSeconds} seconds`
  return (
    <Group gap={4} wrap="nowrap">
      {steps !== null && <MessageStep to="previous" onClick={steps.onPrevious} />}
      <AllowedIcon
        label={`${back} (←)`}
        aria-label={back}
        unavailable={broken ?? (time === 0 ? 'This is the beginning.' : null)}
        onClick={() => seekTo(time - seekSeconds)}
      >
        <IconRewindBackward5 size={18} aria-hidden />
      </AllowedIcon>
      <AllowedIcon
        size="lg"
        radius="xl"
        label={`${verb} (Space)`}
        aria-label={`${verb} ${label}`}
        aria-busy={waiting}
        unavailable={broken}
        onClick={toggle}
      >
        <PlayIcon playing={playing} waiting={waiting && waitingLong} />
      </AllowedIcon>
      {steps !== null && <MessageStep to="next" onClick={steps.onNext} />}
    </Group>
  )
}

function PlayIcon({ playing, waiting }: { playing: boolean; waiting: boolean }) {
  if (waiting) return <Loader size={18} color="currentColor" aria-hidden />
  return playing ? <IconPlayerPauseFilled size={18} aria-hidden /> : <IconPlayerPlayFilled size={18} aria-hidden />
}
