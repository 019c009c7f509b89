import { ActionIcon, Group, Loader, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconRewindBackward5 } from '@tabler/icons-react'
import { MessageStep } from './MessageStep.tsx'
import { seekSeconds } from './playback.ts'
import type { Playback } from './usePlayback.ts'

export type TransportProps = {
  playback: Playback
  label: string
  disabled: boolean
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}

/** A sound that comes at once shows no sign of waiting. */
const patienceMilliseconds = 200

/** The buttons: message before, back by five seconds, play, message after. */
export function Transport({ playback, label, disabled, onPrevious, onNext }: TransportProps) {
  const { playing, waiting, time, toggle, seekTo } = playback
  const [waitingLong] = useDebouncedValue(waiting, patienceMilliseconds)
  const verb = playing ? 'Pause' : 'Play'
  const back = `Back ${seekSeconds} seconds`
  return (
    <Group gap={4} wrap="nowrap">
      <MessageStep to="previous" onClick={onPrevious} />
      <Tooltip label={`${back} (←)`} position="bottom">
        <ActionIcon aria-label={back} disabled={disabled || time === 0} onClick={() => seekTo(time - seekSeconds)}>
          <IconRewindBackward5 size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${verb} (Space)`} position="bottom">
        <ActionIcon
          size="lg"
          radius="xl"
          aria-label={`${verb} ${label}`}
          aria-busy={waiting}
          disabled={disabled}
          onClick={toggle}
        >
          <PlayIcon playing={playing} waiting={waiting && waitingLong} />
        </ActionIcon>
      </Tooltip>
      <MessageStep to="next" onClick={onNext} />
    </Group>
  )
}

function PlayIcon({ playing, waiting }: { playing: boolean; waiting: boolean }) {
  if (waiting) return <Loader size={18} color="currentColor" aria-hidden />
  return playing ? <IconPlayerPauseFilled size={18} aria-hidden /> : <IconPlayerPlayFilled size={18} aria-hidden />
}
