import { stat } from 'node:fs/promises'
import { onDisk } from '../../../../files/room.ts'
import type { ListedMailbox, OpenedSource, SourceItem, VoicemailSource } from '../source.ts'
import { readSpoolMessage } from './readSpoolMessage.ts'
import { openSpool, type Skipped, type SpoolMailbox } from './spool.ts'
import { listSpoolMessages, type SpoolMessage } from './spoolMessages.ts'

/** The spool of Asterisk (apps/app_voicemail.c), also as FreePBX keeps it. */
export const asterisk: VoicemailSource = {
  kind: 'asterisk',
  detect: (path) =>
    openSpool(path).then(
      () => true,
      () => false,
    ),
  open,
}

async function open(path: string): Promise<OpenedSource> {
  const spool = await openSpool(path)
  const mailboxes: { mailbox: SpoolMailbox; messages: SpoolMessage[] }[] = []
  const listed: ListedMailbox[] = []
  for (const mailbox of spool.mailboxes) {
    const messages = await listSpoolMessages(spool, mailbox)
    mailboxes.push({ mailbox, messages })
    listed.push({ mailbox: toSourceMailbox(mailbox), messages: messages.length, bytes: await bytesOf(messages) })
  }
  return { listed, fields: [], items: () => itemsOf(spool.skipped, mailboxes), close: async () => undefined }
}

async function* itemsOf(
  skipped: readonly Skipped[],
  mailboxes: readonly { mailbox: SpoolMailbox; messages: readonly SpoolMessage[] }[],
): AsyncGenerator<SourceItem> {
  // A folder that two links reach is looked at twice.
  for (const one of new Map(skipped.map((item) => [item.file, item])).values()) yield { kind: 'skipped', ...one }
  for (const { mailbox, messages } of mailboxes)
    for (const message of messages) yield readSpoolMessage(toSourceMailbox(mailbox), message)
}

function toSourceMailbox({ mailbox, context }: SpoolMailbox) {
  return { name: mailbox, context, holder: '', email: '' }
}

/** A message counts with the biggest of its files, because which one is taken is known only when they are read. */
async function bytesOf(messages: readonly SpoolMessage[]): Promise<number> {
  let bytes = 0
  for (const { audio } of messages) bytes += onDisk(Math.max(0, ...(await Promise.all(audio.map(sizeOf)))))
  return bytes
}

/** What cannot be looked at is reported when it is read. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}
