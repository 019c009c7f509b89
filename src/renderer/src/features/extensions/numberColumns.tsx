import type { NumberRow, NumberSort } from '../../../../shared/extensions/model.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { formatDay } from '../../format/dates.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import { Nothing } from './Nothing.tsx'
import { numberStates } from './words.ts'
import classes from './Extensions.module.css'

/** How the list shows a phone number. today: a calendar day. */
export function numberColumns(today: string): GridColumn<NumberListRow, NumberSort>[] {
  return [
    {
      key: 'number',
      label: 'Phone number',
      width: 150,
      share: 0,
      sort: 'number',
      tabular: true,
      cell: ({ phoneNumber }) => formatPhoneNumber(phoneNumber),
    },
    { key: 'state', label: 'State', width: 160, share: 0, sort: 'state', cell: stateCell },
    {
      key: 'until',
      label: 'Until',
      width: 120,
      share: 0,
      sort: 'until',
      tabular: true,
      cell: (row) => untilCell(row, today),
    },
    {
      key: 'extension',
      label: 'Extension',
      width: 84,
      share: 0,
      sort: 'extension',
      tabular: true,
      cell: ({ extension }) => extension?.extensionNumber ?? <Nothing what="On no extension" />,
    },
    { key: 'holder', label: 'Who has it', width: 150, share: 2, cell: whoCell },
    {
      key: 'site',
      label: 'Site',
      width: 96,
      share: 1,
      cell: ({ site }) => (site === null ? <Nothing what="None" /> : <Truncated text={site} />),
    },
    { key: 'country', label: 'Country', width: 68, share: 0, cell: ({ country }) => country },
  ]
}

/** A grid wants an id in each row: the number itself. */
export type NumberListRow = NumberRow & { id: string }

function stateCell({ state }: NumberRow) {
  return <ToneBadge tone={numberStates[state].tone}>{numberStates[state].label}</ToneBadge>
}

function untilCell({ until }: NumberRow, today: string) {
  if (until === null) return <Nothing what="No date" />
  return until < today ? `${formatDay(until)}, over` : formatDay(until)
}

function whoCell({ holder }: NumberRow) {
  if (holder === null) return <Nothing what="Nobody" />
  return (
    <span className={classes.who}>
      <Truncated text={holder.name} className={classes.name} />
      <Truncated text={holder.userName} className={classes.dim} />
    </span>
  )
}
