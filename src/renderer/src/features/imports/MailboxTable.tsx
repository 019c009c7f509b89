import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useId } from 'react'
import type { VoicemailPreview } from '../../../../shared/imports/contract.ts'
import { ScrollBox } from '../../components/ScrollBox/ScrollBox.tsx'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'
import { formatCount } from '../../format/numbers.ts'
import classes from './Imports.module.css'

type Mailbox = VoicemailPreview['mailboxes'][number]

const columns: readonly DataColumn<Mailbox>[] = [
  { key: 'mailbox', head: 'Mailbox', cell: ({ mailbox, context }) => `${mailbox}@${context}` },
  { key: 'messages', head: 'Messages', numeric: true, width: 100, cell: ({ messages }) => formatCount(messages) },
  {
    key: 'extension',
    head: 'Extension',
    cell: ({ known, extension }) =>
      known ? (
        <ToneBadge tone="green" icon={<IconCheck size={13} aria-hidden />}>
          {extension} is known
        </ToneBadge>
      ) : (
        <ToneBadge tone="amber" icon={<IconPlus size={13} aria-hidden />}>
          {extension} will be created, free
        </ToneBadge>
      ),
  },
]

export function MailboxTable({ mailboxes }: { mailboxes: readonly Mailbox[] }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        Mailboxes
      </h3>
      <ScrollBox labelledBy={heading}>
        <DataTable
          label="Mailboxes"
          columns={columns}
          rows={mailboxes}
          rowKey={({ mailbox, context }) => `${mailbox}@${context}`}
        />
      </ScrollBox>
    </section>
  )
}
