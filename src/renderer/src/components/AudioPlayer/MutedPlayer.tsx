import { Group, Text } from '@mantine/core'
import { IconPlayerPlayFilled } from '@tabler/icons-react'
import { formatDuration } from '../../format/durations.ts'
import { AllowedIcon } from '../AllowedButton/AllowedIcon.tsx'
import { MessageStep, type MessageSteps } from './MessageStep.tsx'
import { spokenLength } from './spokenLength.ts'
import classes from './AudioPlayer.module.css'

export type MutedPlayerProps = {
  label: string
  seconds: number
  /** Why nothing may be heard. */
  reason: string
  steps: MessageSteps | null
}

/** For whoever may not listen: messages can be gone through, and the button says why it is silent. */
export function MutedPlayer({ label, seconds, reason, steps }: MutedPlayerProps) {
  return (
    <section aria-label={`Player: ${label}, ${spokenLength(seconds)}`} className={classes.player}>
      <Group gap={4} wrap="nowrap">
        {steps !== null && <MessageStep to="previous" onClick={steps.onPrevious} />}
        <AllowedIcon
          size="lg"
          radius="xl"
          label="Play"
          aria-label={`Play ${label}`}
          unavailable={reason}
          onClick={() => undefined}
        >
          <IconPlayerPlayFilled size={18} aria-hidden />
        </AllowedIcon>
        {steps !== null && <MessageStep to="next" onClick={steps.onNext} />}
      </Group>
      <Text size="sm">{reason}</Text>
      <Text size="sm" className={classes.time}>
        {formatDuration(seconds)}
      </Text>
    </section>
  )
}
