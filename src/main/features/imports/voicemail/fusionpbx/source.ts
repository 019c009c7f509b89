import { lstatSync } from 'node:fs'
import { basename } from 'node:path'
import type { SourceAnswers } from '../../../../../shared/imports/contract.ts'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { onDisk } from '../../../../files/room.ts'
import { walkAudioTree, type TreeFile } from '../audioTree.ts'
import { chosenContext } from '../chosenContext.ts'
import { introductionLeftOut, notRead } from '../leftOut.ts'
import { mailboxPath } from '../mailboxPath.ts'
import type { ListedMailbox, OpenedSource, SourceItem, SourceMailbox, VoicemailSource } from '../source.ts'
import { decodedBytes } from './base64.ts'
import { greetingInFile, greetingsInTables } from './greetings.ts'
import { readMailboxes, type Mailboxes } from './mailboxes.ts'
import { messageFile } from './messageFile.ts'
import { mailboxOf, mailboxOfFile, messageOfFile, messageOfRow } from './messages.ts'
import { readTable } from './readTable.ts'
import { findTables, type Tables } from './tables.ts'

/** FusionPBX: the tables of its database as CSV, and the audio of FreeSWITCH's storage, or in the tables as base64. */
export const fusionpbx: VoicemailSource = {
  kind: 'fusionpbx',
  detect: async (path) => {
    try {
      return findTables(path).root !== ''
    } catch {
      return false
    }
  },
  open: async (path, { answers }) => open(path, answers),
}

type Reading = {
  root: string
  tables: Tables
  second: readonly string[]
  mailboxes: Mailboxes
  /** Audio by the uuid of its message. */
  files: ReadonlyMap<string, readonly TreeFile[]>
  isChosen: (mailbox: SourceMailbox) => boolean
}

async function open(path: string, answers: SourceAnswers): Promise<OpenedSource> {
  const { root, tables, second } = findTables(path)
  const files = indexFiles(root)
  const inFiles = [...new Set([...files.values()].map(([file]) => file!.domain))]
  const mailboxes = await readMailboxes(tables, inFiles.length === 1 ? inFiles[0]! : null)
  const contexts = [...inFiles, ...[...mailboxes.byUuid.values()].map(({ mailbox }) => mailbox.context)]
  const { fields, isChosen } = chosenContext('Domain', contexts, answers)
  const reading = { root, tables, second, mailboxes, files, isChosen }
  return { listed: await list(reading), fields, items: () => itemsOf(reading), close: async () => undefined }
}

function indexFiles(root: string): Map<string, TreeFile[]> {
  const files = new Map<string, TreeFile[]>()
  for (const file of walkAudioTree(root)) {
    const [, intro, uuid] = messageFile.exec(file.name) ?? []
    if (uuid === undefined || intro !== undefined) continue
    files.set(uuid.toLowerCase(), [...(files.get(uuid.toLowerCase()) ?? []), file])
  }
  return files
}

/** The table is read once for this, because only it knows how much there is. */
async function list(reading: Reading): Promise<ListedMailbox[]> {
  const listed = new Map<string, { mailbox: SourceMailbox; messages: number; bytes: number }>()
  const add = (mailbox: SourceMailbox, bytes: number): void => {
    if (!reading.isChosen(mailbox)) return
    const known = listed.get(mailboxPath(mailbox)) ?? { mailbox, messages: 0, bytes: 0 }
    listed.set(mailboxPath(mailbox), { mailbox, messages: known.messages + 1, bytes: known.bytes + onDisk(bytes) })
  }
  const { messages } = reading.tables
  if (messages === null)
    for (const [file] of reading.files.values()) add(mailboxOfFile(file!, reading.mailboxes), sizeOf(file!))
  else
    for await (const row of rowsUntilDamage(messages, () => undefined)) {
      const files = reading.files.get(row.get('voicemail_message_uuid').toLowerCase()) ?? []
      const mailbox = mailboxOf(row, reading.mailboxes, files)
      if (mailbox !== null) add(mailbox, Math.max(decodedBytes(row.get('message_base64')), ...files.map(sizeOf)))
    }
  return [...listed.values()]
}

function sizeOf({ path }: TreeFile): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0
}

const secondTable =
  'Another file here is this table already, and is read in its place. Choose this file, or import it in a folder of its own.'

async function* itemsOf(reading: Reading): AsyncGenerator<SourceItem> {
  const { root, tables, mailboxes, isChosen } = reading
  for (const file of reading.second) yield { kind: 'skipped', file: basename(file), reason: secondTable, messages: 0 }
  for await (const item of greetingsInTables(tables, mailboxes)) if (isChosenItem(item, isChosen)) yield item
  const known = new Set<string>()
  if (tables.messages !== null) yield* messagesInTable(reading, tables.messages, known)
  const unread: { path: string }[] = []
  for (const file of walkAudioTree(root, unread)) {
    const mailbox = mailboxOfFile(file, mailboxes)
    if (!isChosen(mailbox)) continue
    const item = greetingInFile(file, mailboxes, mailbox) ?? messageInFile(reading, file, mailbox, known)
    if (item !== null) yield item
  }
  for (const one of notRead(unread)) yield { kind: 'unreadable', ...one }
}

function isChosenItem(item: SourceItem, isChosen: Reading['isChosen']): boolean {
  return item.kind !== 'greeting' || isChosen(item.greeting.mailbox)
}

async function* messagesInTable(reading: Reading, table: string, known: Set<string>): AsyncGenerator<SourceItem> {
  const damage: string[] = []
  for await (const row of rowsUntilDamage(table, (reason) => damage.push(reason))) {
    const uuid = row.get('voicemail_message_uuid').toLowerCase()
    const files = reading.files.get(uuid) ?? []
    const mailbox = mailboxOf(row, reading.mailboxes, files)
    if (files.length > 0) known.add(uuid)
    if (mailbox === null) yield unknownMailbox(uuid)
    else if (reading.isChosen(mailbox)) {
      yield messageOfRow(row, mailbox, files)
      if (row.get('message_intro_base64') !== '') yield introduction(`${mailbox.name}/intro_msg_${uuid}`)
    }
  }
  for (const reason of damage) yield { kind: 'unreadable', file: basename(table), reason, messages: 0 }
}

function unknownMailbox(uuid: string): SourceItem {
  const reason =
    'Nothing says in which mailbox the message is. Put the table v_voicemails as CSV beside v_voicemail_messages.'
  return { kind: 'skipped', file: `msg_${uuid}`, reason, messages: 1 }
}

/** A file of a message that no row told of. */
function messageInFile(
  { tables }: Reading,
  file: TreeFile,
  mailbox: SourceMailbox,
  known: ReadonlySet<string>,
): SourceItem | null {
  const [, intro, uuid] = messageFile.exec(file.name) ?? []
  if (uuid === undefined || (intro === undefined && known.has(uuid.toLowerCase()))) return null
  if (intro !== undefined) return introduction(file.file)
  if (tables.messages === null) return messageOfFile(file, uuid.toLowerCase(), mailbox)
  return { kind: 'skipped', file: file.file, reason: withoutRow, messages: 1 }
}

const withoutRow = 'The table has no row for this file: the message was deleted, or the table is older than it.'

function introduction(file: string): SourceItem {
  return { kind: 'skipped', file, reason: introductionLeftOut, messages: 0 }
}

/** The rows of a table up to where it is damaged; nothing is guessed of one in an encoding that is not understood. */
async function* rowsUntilDamage(table: string, damaged: (reason: string) => void) {
  try {
    yield* readTable(table)
  } catch (error) {
    if (!(error instanceof AppError) || 'encoding' in error.details) throw error
    damaged(error.message)
  }
}
