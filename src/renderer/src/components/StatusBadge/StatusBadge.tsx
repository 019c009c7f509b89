import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconPlayerPause,
  IconPlugConnectedX,
  IconProgress,
  IconTrash,
  type Icon,
} from '@tabler/icons-react'
import type { UserStatus } from '../../../../shared/directory/model.ts'
import type { RunStatus } from '../../../../shared/offboarding/run.ts'
import type { StepStatus } from '../../../../shared/offboarding/stepStatus.ts'
import { ToneBadge, type Tone } from './ToneBadge.tsx'

export type AnyStatus = UserStatus | RunStatus | StepStatus

const statuses: Readonly<Record<AnyStatus, { label: string; tone: Tone; icon: Icon }>> = {
  ACTIVE: { label: 'Active', tone: 'green', icon: IconCheck },
  INACTIVE: { label: 'Deactivated', tone: 'gray', icon: IconBan },
  DELETED: { label: 'Deleted', tone: 'red', icon: IconTrash },
  pending: { label: 'Pending', tone: 'gray', icon: IconCircleDashed },
  running: { label: 'Running', tone: 'blue', icon: IconProgress },
  interrupted: { label: 'Interrupted', tone: 'amber', icon: IconPlugConnectedX },
  paused: { label: 'Paused', tone: 'amber', icon: IconPlayerPause },
  failed: { label: 'Failed', tone: 'red', icon: IconCircleX },
  done: { label: 'Done', tone: 'green', icon: IconCheck },
  cancelled: { label: 'Given up', tone: 'gray', icon: IconBan },
  skipped: { label: 'Skipped', tone: 'gray', icon: IconClock },
  undone: { label: 'Undone', tone: 'violet', icon: IconArrowBackUp },
}

/** The status of a user, a run or a step, as a word with an icon. */
export function StatusBadge({ status }: { status: AnyStatus }) {
  const { label, tone, icon: StatusIcon } = statuses[status]
  return (
    <ToneBadge tone={tone} icon={<StatusIcon size={13} aria-hidden />}>
      {label}
    </ToneBadge>
  )
}
