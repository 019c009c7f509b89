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
export function numberColumns(today: string): GridColumn<NumberRow, NumberSort>[] {
  return [
    {
      key: 'number',
      label: 'Phone number',
      width: 150,
      sort: 'number',
      cell: ({ phoneNumber }) => formatPhoneNumber(phoneNumber),
    },
    { key: 'state', label: 'State', width: 140, sort: 'state', cell: stateCell },
    {
      key: 'until',
      label: 'Until',
      width: 116,
      sort: 'until',
      cell: (row) => untilCell(row, today),
    },
    {
      key: 'extension',
      label: 'Extension',
      width: 84,
      sort: 'extension',
      cell: ({ extension }) => extension?.extensionNumber ?? <Nothing what="On no extension" />,
    },
    { key: 'holder', label: 'Who has it', width: 150, share: 2, cell: whoCell },
    {
      key: 'site',
      label: 'Site',
      width: 96,
      share: 1,
      givesWay: 2,
      cell: ({ site }) => (site === null ? <Nothing what="None" /> : <Truncated text={site} />),
    },
    { key: 'country', label: 'Country', width: 68, givesWay: 1, cell: ({ country }) => country },
  ]
}

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
