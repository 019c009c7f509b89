import { basename, sep } from 'node:path'
import { isAudio } from '../audioEndings.ts'
import { walkAudioTree, type TreeFile } from '../audioTree.ts'
import { greetingLeftOut, notRead } from '../leftOut.ts'
import { mailboxPath } from '../mailboxPath.ts'
import type { GreetingKind, SourceAudio, SourceItem } from '../source.ts'
import { readStable } from '../stableRead.ts'
import { toMailbox } from './mailbox.ts'
import type { MessageRow, PrefsRow } from './repository.ts'

const messageFile = /^msg_/i
const greetingFile = /^(?:greeting_\d+|recorded_name)\./i
const withoutRow = 'The database does not name this file: the message was deleted, or the database is older than it.'
const year2100 = 4_102_444_800

/** path: where its audio lies, or null. */
export function messageOf(row: MessageRow, path: string | null): SourceItem {
  const heard = (row.readEpoch ?? 0) > 0 || row.flags === 'save'
  const mailbox = toMailbox(row)
  return {
    kind: 'message',
    message: {
      mailbox,
      file: `${mailboxPath(mailbox)}/${basename(row.filePath ?? '') || `msg_${row.uuid ?? ''}`}`,
      key: row.uuid === '' ? null : row.uuid,
      callerName: row.callerName ?? '',
      callerNumber: row.callerNumber ?? '',
      receivedAt: dateOf(row.createdEpoch),
      seconds: row.seconds,
      folder: folderOf(row, heard),
      read: heard || row.flags === 'delete',
      urgent: row.readFlags === 'A_URGENT',
      transcript: null,
      audio: audioAt(path),
      notes: [],
    },
  }
}

/** A deleted message waits for the module's clean-up, and is still there. */
function folderOf({ flags, folder }: MessageRow, heard: boolean): string {
  if (flags === 'delete') return 'Deleted'
  if (folder === null || folder === '' || folder === 'inbox') return heard ? 'Saved' : 'INBOX'
  return folder
}

/** The greeting that a mailbox plays, and the name that was spoken for it. */
export function* greetingsOf(prefs: PrefsRow, find: (path: string) => string | null): Generator<SourceItem> {
  const mailbox = toMailbox(prefs)
  const greetings: [GreetingKind, string | null][] = [
    ['name', prefs.namePath],
    ['unavailable', prefs.greetingPath],
  ]
  for (const [greeting, path] of greetings) {
    if (path === null || path === '') continue
    const file = `${mailboxPath(mailbox)}/${basename(path)}`
    const audio = audioAt(find(path))
    if (audio.length > 0) yield { kind: 'greeting', greeting: { mailbox, file, greeting, audio } }
    else yield { kind: 'unreadable', file, reason: 'The audio of the greeting is not there.', messages: 0 }
  }
}

/** What FreeSWITCH's storage holds beside what a database names, be it a whole mailbox. */
export function* unknownFiles(
  root: string,
  named: ReadonlySet<string>,
  isMeant: (file: TreeFile) => boolean,
): Generator<SourceItem> {
  const unread: { path: string }[] = []
  for (const one of walkAudioTree(root, unread)) {
    if (!isAudio(one.name) || named.has(one.path) || !isMeant(one)) continue
    const file = one.file.split(sep).slice(-3).join('/')
    if (messageFile.test(one.name)) yield { kind: 'skipped', file, reason: withoutRow, messages: 1 }
    else if (greetingFile.test(one.name)) yield { kind: 'skipped', file, reason: greetingLeftOut, messages: 0 }
  }
  for (const one of notRead(unread)) yield { kind: 'unreadable', ...one }
}

function audioAt(path: string | null): SourceAudio[] {
  return path === null ? [] : [{ name: basename(path), read: () => readStable(path) }]
}

function dateOf(epoch: number | null): Date | null {
  return epoch === null || epoch <= 0 || epoch > year2100 ? null : new Date(epoch * 1000)
}
