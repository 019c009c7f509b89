import { lstatSync } from 'node:fs'
import type { SourceAnswers } from '../../../../../shared/imports/contract.ts'
import { onDisk } from '../../../../files/room.ts'
import { chosenContext } from '../chosenContext.ts'
import type { ListedMailbox, OpenedSource, SourceItem, SourceMailbox, VoicemailSource } from '../source.ts'
import { readMailbox } from './readMailbox.ts'
import { distinct, foldersIn, messageFolders, openSpool, type Spool, type SpoolMailbox } from './spool.ts'
import { listMessages } from './spoolMessages.ts'
import { readHolders, type Holders } from './voicemailConf.ts'

/** The spool of Asterisk (apps/app_voicemail.c), also as FreePBX keeps it. */
export const asterisk: VoicemailSource = {
  kind: 'asterisk',
  detect: async (path) => {
    try {
      return openSpool(path).mailboxes.length > 0
    } catch {
      return false
    }
  },
  open: async (path, { answers, signal }) => open(path, answers, signal),
}

function open(path: string, answers: SourceAnswers, signal: AbortSignal): OpenedSource {
  const spool = openSpool(path)
  const holders = readHolders(spool.root)
  const contexts = spool.mailboxes.map(({ context }) => context)
  const { fields, isChosen } = chosenContext('Context', contexts, answers)
  const mailboxes = spool.mailboxes
    .map((one) => ({ path: one.path, mailbox: toMailbox(one, holders) }))
    .filter(({ mailbox }) => isChosen(mailbox))
  return {
    listed: mailboxes.map((one) => ({ mailbox: one.mailbox, ...sizeOf(spool, one.path) })),
    fields,
    items: () => itemsOf(spool, mailboxes, signal),
    close: async () => undefined,
  }
}

async function* itemsOf(
  spool: Spool,
  mailboxes: readonly { path: string; mailbox: SourceMailbox }[],
  signal: AbortSignal,
): AsyncGenerator<SourceItem> {
  // A folder that two links reach is looked at twice.
  for (const one of new Map(spool.skipped.map((item) => [item.file, item])).values()) yield { kind: 'skipped', ...one }
  for (const one of mailboxes) yield* readMailbox({ spool, signal, ...one })
}

function toMailbox({ mailbox, context }: SpoolMailbox, holders: Holders): SourceMailbox {
  const { holder, email } = holders.get(`${mailbox}@${context}`) ?? { holder: '', email: '' }
  return { name: mailbox, context, holder, email }
}

/** A message counts with the biggest of its files, because which one is taken is known only when they are read. */
function sizeOf({ root }: Spool, path: string): Omit<ListedMailbox, 'mailbox'> {
  const folders = distinct(foldersIn(root, path, [])).filter(({ name }) => messageFolders.has(name))
  const messages = folders.flatMap((folder) => listMessages({ root, ...folder }, []))
  const biggest = messages.map(({ audio }) => onDisk(Math.max(0, ...audio.map(bytesOf))))
  return { messages: messages.length, bytes: biggest.reduce((sum, bytes) => sum + bytes, 0) }
}

/** What cannot be looked at is reported when it is read. */
function bytesOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0
}
