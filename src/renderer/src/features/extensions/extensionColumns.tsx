import type { ExtensionRow, ExtensionSort } from '../../../../shared/extensions/model.ts'
import { hearersOf } from '../../../../shared/extensions/words.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { formatCount } from '../../format/numbers.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import { Nothing } from './Nothing.tsx'
import { extensionStates } from './words.ts'
import classes from './Extensions.module.css'

/** How the list shows an extension. */
export const extensionColumns: readonly GridColumn<ExtensionRow, ExtensionSort>[] = [
  {
    key: 'extension',
    label: 'Extension',
    width: 84,
    sort: 'extension',
    cell: ({ extensionNumber }) => extensionNumber,
  },
  { key: 'holder', label: 'Who has it', width: 180, share: 2, sort: 'holder', cell: whoCell },
  {
    key: 'state',
    label: 'State',
    width: 138,
    cell: ({ state }) => <ToneBadge tone={extensionStates[state].tone}>{extensionStates[state].label}</ToneBadge>,
  },
  {
    key: 'site',
    label: 'Site',
    width: 96,
    share: 1,
    givesWay: 1,
    sort: 'site',
    cell: ({ site }) => <Truncated text={site} />,
  },
  { key: 'numbers', label: 'Phone numbers', width: 150, share: 1.4, sort: 'numbers', cell: numbersCell },
  {
    key: 'voicemails',
    label: 'Voicemail',
    width: 80,
    sort: 'voicemails',
    numeric: true,
    cell: ({ voicemails }) => (voicemails === 0 ? <Nothing what="None" /> : formatCount(voicemails)),
  },
  {
    key: 'hearers',
    label: 'Who can hear it',
    width: 136,
    share: 1.2,
    givesWay: 2,
    cell: (row) => (row.voicemails === 0 ? <Nothing what="Nobody" /> : <Truncated text={hearersOf(row)} />),
  },
]

function whoCell({ holder, lastHolder }: ExtensionRow) {
  if (holder === null)
    return (
      <span className={classes.who}>
        <Nothing what="Free" />
        {lastHolder !== null && <Truncated text={`was ${lastHolder}`} className={classes.dim} />}
      </span>
    )
  return (
    <span className={classes.who}>
      <Truncated text={holder.name} className={classes.name} />
      <Truncated text={holder.userName} className={classes.dim} />
    </span>
  )
}

function numbersCell({ phoneNumbers }: ExtensionRow) {
  if (phoneNumbers.length === 0) return <Nothing what="None" />
  return <Truncated text={phoneNumbers.map(formatPhoneNumber).join(', ')} />
}
