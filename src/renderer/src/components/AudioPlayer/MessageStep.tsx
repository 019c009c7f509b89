import { IconPlayerSkipBack, IconPlayerSkipForward } from '@tabler/icons-react'

import { AllowedIcon } from '../AllowedButton/AllowedIcon.tsx'

const directions = {
  previous: { label: 'Previous message', none: 'This is the first message', icon: IconPlayerSkipBack },
  next: { label: 'Next message', none: 'This is the last message', icon: IconPlayerSkipForward },
} as const

/** How to get to the messages before and after; null where there is none. */
export type MessageSteps = { onPrevious: (() => void) | null; onNext: (() => void) | null }

/** The way to the message before or after; null when there is none. */
export function MessageStep({ to, onClick }: { to: keyof typeof directions; onClick: (() => void) | null }) {
  const { label, none, icon: StepIcon } = directions[to]
  return (
    <AllowedIcon label={label} unavailable={onClick === null ? none : null} onClick={() => onClick?.()}>
      <StepIcon size={16} aria-hidden />
    </AllowedIcon>
  )
}
