import { IconCheck } from '@tabler/icons-react'
import type { UserRow } from '../../../../../../shared/directory/model.ts'
import { StatusBadge } from '../../../../components/StatusBadge/StatusBadge.tsx'
import { Truncated } from '../../../../components/Truncated/Truncated.tsx'
import { formatQuantity } from '../../../../format/numbers.ts'
import { formatDay } from '../../../../format/dates.ts'
import classes from './PersonStep.module.css'

export type PersonOptionProps = {
  id: string
  user: UserRow
  position: number
  /** Where the arrow keys are. */
  marked: boolean
  chosen: boolean
  onChoose: () => void
}

/** One person: who, where, extension, messages, day of leaving, status. */
export function PersonOption({ id, user, position, marked, chosen, onChoose }: PersonOptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the search field owns focus and keys
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      data-position={position}
      data-marked={marked || undefined}
      className={classes.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={classes.check}>{chosen && <IconCheck size={16} aria-hidden />}</span>
      <span className={classes.who}>
        <Truncated text={user.name} className={classes.name} />
        <Truncated
          text={[user.jobTitle, user.department].filter((part) => part !== '').join(' · ')}
          className={classes.dim}
        />
      </span>
      <span className={classes.number}>{user.extension === null ? 'No extension' : `Ext. ${user.extension}`}</span>
      <span className={classes.number}>{formatQuantity(user.voicemails, 'voicemail')}</span>
      <span className={classes.dim}>{user.leavesOn === null ? '' : `Leaves ${formatDay(user.leavesOn)}`}</span>
      <span>
        <StatusBadge status={user.status} />
      </span>
    </div>
  )
}
