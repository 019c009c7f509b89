import { basename } from 'node:path'
import type { TreeFile } from '../audioTree.ts'
import { plausibleTime } from '../plausibleTime.ts'
import type { SourceItem, SourceMailbox } from '../source.ts'
import { readStable } from '../stableRead.ts'
import { base64Audio } from './base64.ts'
import type { Mailboxes } from './mailboxes.ts'
import type { TableRow } from './readTable.ts'

/** The mailbox of a row: as the tables say, or as its audio lies; null when nothing says it. */
export function mailboxOf(row: TableRow, mailboxes: Mailboxes, files: readonly TreeFile[]): SourceMailbox | null {
  const known = mailboxes.byUuid.get(row.get('voicemail_uuid'))
  if (known !== undefined) return known.mailbox
  if (row.get('voicemail_id') !== '')
    return {
      name: row.get('voicemail_id').trim(),
      context: row.get('domain_name') || mailboxes.domainOf(row.get('domain_uuid')),
      holder: '',
      email: '',
    }
  const [file] = files
  return file === undefined ? null : mailboxOfFile(file, mailboxes)
}

export function mailboxOfFile({ domain, user }: TreeFile, mailboxes: Mailboxes): SourceMailbox {
  return mailboxes.at(domain, user)?.mailbox ?? { name: user, context: domain, holder: '', email: '' }
}

/** A row of v_voicemail_messages with the audio in it or in files. */
export function messageOfRow(row: TableRow, mailbox: SourceMailbox, files: readonly TreeFile[]): SourceItem {
  const uuid = row.get('voicemail_message_uuid')
  const status = row.get('message_status')
  const receivedAt = dateOf(row.get('created_epoch'))
  const seconds = Number(row.get('message_length'))
  const read = (status !== '' && status !== 'new') || Number(row.get('read_epoch')) > 0
  return {
    kind: 'message',
    message: {
      mailbox,
      file: files[0]?.file ?? `${mailbox.name}/msg_${uuid}`,
      key: uuid === '' ? null : uuid,
      callerName: row.get('caller_id_name'),
      callerNumber: row.get('caller_id_number'),
      receivedAt,
      seconds: row.get('message_length') !== '' && seconds >= 0 ? seconds : null,
      folder: status === 'deleted' ? 'Deleted' : read ? 'Saved' : 'INBOX',
      read,
      urgent: row.get('message_priority').toLowerCase() === 'urgent',
      transcript: row.get('message_transcription') || null,
      audio: [...base64Audio(row.get('message_base64')), ...files.map(audioOf)],
      notes: [],
    },
  }
}

/** A message of which only the audio is there. */
export function messageOfFile(file: TreeFile, uuid: string, mailbox: SourceMailbox): SourceItem {
  return {
    kind: 'message',
    message: {
      mailbox,
      file: file.file,
      key: uuid,
      callerName: '',
      callerNumber: '',
      receivedAt: null,
      seconds: null,
      folder: 'INBOX',
      read: false,
      urgent: false,
      transcript: null,
      audio: [audioOf(file)],
      notes: ['Without the table v_voicemail_messages nobody knows the caller, nor whether the message was heard.'],
    },
  }
}

function audioOf({ path }: TreeFile) {
  return { name: basename(path), read: () => readStable(path) }
}

function dateOf(epoch: string): Date | null {
  return /^\d{1,10}$/.test(epoch) ? plausibleTime(new Date(Number(epoch) * 1000)) : null
}
