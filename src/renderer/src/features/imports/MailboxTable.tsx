import { IconBan, IconCheck, IconPlus } from '@tabler/icons-react'
import { useId } from 'react'
import type { PreviewedMailbox } from '../../../../shared/imports/contract.ts'
import { ScrollBox } from '../../components/ScrollBox/ScrollBox.tsx'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'
import { formatCount } from '../../format/numbers.ts'
import classes from './Imports.module.css'

const columns: readonly DataColumn<PreviewedMailbox>[] = [
  { key: 'mailbox', head: 'Mailbox', width: 130, cell: nameOf },
  {
    key: 'holder',
    head: 'Holder',
    cell: ({ holder, email }) => [holder, email].filter((one) => one !== '').join(' · '),
  },
  {
    key: 'messages',
    head: 'Readable messages',
    numeric: true,
    width: 130,
    cell: ({ messages }) => formatCount(messages),
  },
  { key: 'here', head: 'Here already', numeric: true, width: 100, cell: ({ alreadyHere }) => formatCount(alreadyHere) },
  { key: 'extension', head: 'Extension', cell: Destination },
]

export type MailboxTableProps = { mailboxes: readonly PreviewedMailbox[]; mailboxCount: number }

/** The mailboxes of a source and the extensions that get their messages. */
export function MailboxTable({ mailboxes, mailboxCount }: MailboxTableProps) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        Mailboxes
        {mailboxCount > mailboxes.length && ` (the first ${formatCount(mailboxes.length)})`}
      </h3>
      <ScrollBox labelledBy={heading}>
        <DataTable label="Mailboxes" columns={columns} rows={mailboxes} rowKey={nameOf} />
      </ScrollBox>
    </section>
  )
}

function nameOf({ mailbox, context }: PreviewedMailbox): string {
  return context === '' ? mailbox : `${mailbox}@${context}`
}

function Destination({ extension, known }: PreviewedMailbox) {
  if (extension === null)
    return (
      <ToneBadge tone="red" icon={<IconBan size={13} aria-hidden />}>
        Left out
      </ToneBadge>
    )
  return known ? (
    <ToneBadge tone="green" icon={<IconCheck size={13} aria-hidden />}>
      {extension} is known
    </ToneBadge>
  ) : (
    <ToneBadge tone="amber" icon={<IconPlus size={13} aria-hidden />}>
      {extension} will be created, free
    </ToneBadge>
  )
}
