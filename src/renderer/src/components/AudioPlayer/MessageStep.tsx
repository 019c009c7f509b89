import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlayerSkipBack, IconPlayerSkipForward } from '@tabler/icons-react'

const directions = {
  previous: { label: 'Previous message', icon: IconPlayerSkipBack },
  next: { label: 'Next message', icon: IconPlayerSkipForward },
} as const

/** The way to the message before or after; null when there is none. */
export function MessageStep({ to, onClick }: { to: keyof typeof directions; onClick: (() => void) | null }) {
  const { label, icon: StepIcon } = directions[to]
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={onClick === null} onClick={() => onClick?.()}>
        <StepIcon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
