import type { ReactNode } from 'react'
import { userColumnNames } from '../../../../shared/directory/columns.ts'
import type { UserColumn, UserRow, UserSort } from '../../../../shared/directory/model.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { StatusBadge } from '../../components/StatusBadge/StatusBadge.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { formatDay } from '../../format/dates.ts'
import { formatCount } from '../../format/numbers.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import classes from './UsersGrid.module.css'

type UserColumnView = Omit<GridColumn<UserRow, UserSort>, 'key' | 'label' | 'cell'> & {
  /** Beside the name stands the job title, unless that has a column of its own. */
  cell: (user: UserRow, alone: boolean) => ReactNode
}

/** How each column shows a person. */
const columnViews: Readonly<Record<UserColumn, UserColumnView>> = {
  name: { width: 200, share: 2.2, sort: 'name', cell: nameCell },
  extension: {
    width: 84,
    sort: 'extension',
    cell: ({ extension }) => extension ?? <Nothing what="No extension" />,
  },
  phoneNumber: {
    width: 138,
    cell: ({ phoneNumber }) => (phoneNumber === null ? <Nothing what="None" /> : formatPhoneNumber(phoneNumber)),
  },
  status: { width: 118, sort: 'status', cell: ({ status }) => <StatusBadge status={status} /> },
  site: { width: 96, share: 1, givesWay: 2, sort: 'site', cell: ({ site }) => <Truncated text={site} /> },
  department: {
    width: 112,
    share: 1.1,
    givesWay: 1,
    sort: 'department',
    cell: ({ department }) => <Truncated text={department} />,
  },
  jobTitle: { width: 120, share: 1.2, cell: ({ jobTitle }) => <Truncated text={jobTitle} /> },
  userName: { width: 130, share: 1, cell: ({ userName }) => <Truncated text={userName} /> },
  email: { width: 170, share: 1.6, cell: ({ email }) => <Truncated text={email} /> },
  licences: { width: 72, share: 0.5, cell: ({ licences }) => <Truncated text={licences} /> },
  voicemails: {
    width: 76,
    sort: 'voicemails',
    numeric: true,
    cell: ({ voicemails }) => (voicemails === 0 ? <Nothing what="None" /> : formatCount(voicemails)),
  },
  leavesOn: {
    width: 116,
    sort: 'leavesOn',
    cell: ({ leavesOn }) => (leavesOn === null ? <Nothing what="No date" /> : formatDay(leavesOn)),
  },
}

/** What stands beside the columns. */
export const usersEnds = { withBoxes: true, withOptions: true }

/** The chosen columns of the grid. */
export function gridColumns(columns: readonly UserColumn[]): GridColumn<UserRow, UserSort>[] {
  const alone = columns.includes('jobTitle')
  return columns.map((key) => {
    const { cell, ...view } = columnViews[key]
    return { ...view, key, label: userColumnNames[key], cell: (user) => cell(user, alone) }
  })
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
