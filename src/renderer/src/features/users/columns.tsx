import type { ReactNode } from 'react'
import type { UserColumn, UserRow, UserSort } from '../../../../shared/directory/model.ts'
import { StatusBadge } from '../../components/StatusBadge/StatusBadge.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { formatDay } from '../../format/dates.ts'
import { formatCount } from '../../format/numbers.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import classes from './UsersGrid.module.css'

export type UserColumnView = {
  /** Pixels that it needs, and its share of the room that is left. */
  width: number
  share: number
  sort?: UserSort
  /** Digits of equal width. */
  tabular?: boolean
  numeric?: boolean
  /** Beside the name stands the job title, unless that has a column of its own. */
  cell: (user: UserRow, alone: boolean) => ReactNode
}

/** How each column shows a person. */
export const columnViews: Readonly<Record<UserColumn, UserColumnView>> = {
  name: { width: 200, share: 2.2, sort: 'name', cell: nameCell },
  extension: {
    width: 84,
    share: 0,
    sort: 'extension',
    tabular: true,
    cell: ({ extension }) => extension ?? <Nothing what="No extension" />,
  },
  phoneNumber: {
    width: 138,
    share: 0,
    tabular: true,
    cell: ({ phoneNumber }) => (phoneNumber === null ? <Nothing what="None" /> : formatPhoneNumber(phoneNumber)),
  },
  status: { width: 118, share: 0, sort: 'status', cell: ({ status }) => <StatusBadge status={status} /> },
  site: { width: 96, share: 1, sort: 'site', cell: ({ site }) => <Truncated text={site} /> },
  department: { width: 112, share: 1.1, sort: 'department', cell: ({ department }) => <Truncated text={department} /> },
  jobTitle: { width: 120, share: 1.2, cell: ({ jobTitle }) => <Truncated text={jobTitle} /> },
  userName: { width: 130, share: 1, cell: ({ userName }) => <Truncated text={userName} /> },
  email: { width: 170, share: 1.6, cell: ({ email }) => <Truncated text={email} /> },
  licences: { width: 72, share: 0.5, cell: ({ licences }) => <Truncated text={licences} /> },
  voicemails: {
    width: 76,
    share: 0,
    sort: 'voicemails',
    tabular: true,
    numeric: true,
    cell: ({ voicemails }) => (voicemails === 0 ? <Nothing what="None" /> : formatCount(voicemails)),
  },
  leavesOn: {
    width: 116,
    share: 0,
    sort: 'leavesOn',
    tabular: true,
    cell: ({ leavesOn }) => (leavesOn === null ? <Nothing what="No date" /> : formatDay(leavesOn)),
  },
}

const checkbox = 20
const menu = 32
const gap = 16

/** The grid's tracks, and the width under which it scrolls sideways. */
export function tracksOf(columns: readonly UserColumn[]): { template: string; least: number } {
  const views = columns.map((column) => columnViews[column])
  const tracks = views.map(({ width, share }) => (share === 0 ? `${width}px` : `minmax(${width}px, ${share}fr)`))
  const least = views.reduce((sum, { width }) => sum + width, checkbox + menu) + gap * (views.length + 1)
  return { template: [`${checkbox}px`, ...tracks, `${menu}px`].join(' '), least }
}

function nameCell({ name, jobTitle }: UserRow, alone: boolean): ReactNode {
  return (
    <span className={classes.name}>
      <Truncated text={name} className={classes.personName} />
      {!alone && <Truncated text={jobTitle} className={classes.jobTitle} />}
    </span>
  )
}

function Nothing({ what }: { what: string }) {
  return (
    <span className={classes.nothing} role="img" aria-label={what}>
      –
    </span>
  )
}
