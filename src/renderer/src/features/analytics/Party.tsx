import { IconCheck, IconPhoneX, IconRecordMail, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CallDisposition, CallParty } from '../../../../shared/analytics/model.ts'
import { NameAndNumber } from '../../components/NameAndNumber/NameAndNumber.tsx'
import { ToneBadge, type Tone } from '../../components/StatusBadge/ToneBadge.tsx'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import classes from './Analytics.module.css'
import { dispositionNames } from './words.ts'

/** Who it was, by the name of that time; whether the person has left since. */
export function Party({ party: { name, number, gone } }: { party: CallParty }) {
  return (
    <NameAndNumber name={name === '' ? formatPhoneNumber(number) : name} number={name === '' ? null : number}>
      {gone && <Left />}
    </NameAndNumber>
  )
}

export function Left() {
  return <span className={classes.left}>left</span>
}

const looks: Readonly<Record<CallDisposition, { tone: Tone; icon: ReactNode }>> = {
  Answered: { tone: 'green', icon: <IconCheck size={13} aria-hidden /> },
  Missed: { tone: 'amber', icon: <IconX size={13} aria-hidden /> },
  Voicemail: { tone: 'blue', icon: <IconRecordMail size={13} aria-hidden /> },
  Busy: { tone: 'gray', icon: <IconPhoneX size={13} aria-hidden /> },
}

export function Outcome({ disposition }: { disposition: CallDisposition }) {
  return <ToneBadge {...looks[disposition]}>{dispositionNames[disposition]}</ToneBadge>
}
