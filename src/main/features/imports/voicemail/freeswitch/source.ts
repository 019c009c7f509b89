import { lstatSync } from 'node:fs'
import type { SourceAnswers } from '../../../../../shared/imports/contract.ts'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { openForeign, type ForeignDb } from '../../../../db/foreign.ts'
import { onDisk } from '../../../../files/room.ts'
import { chosenContext } from '../chosenContext.ts'
import { createForeignPaths } from '../foreignPaths.ts'
import { mailboxPath } from '../mailboxPath.ts'
import type { ListedMailbox, OpenedSource, SourceItem, SourceMailbox, VoicemailSource } from '../source.ts'
import { findDatabases } from './databases.ts'
import { toMailbox } from './mailbox.ts'
import { greetingsOf, messageOf, unknownFiles } from './items.ts'
import { domainsOf, hasVoicemail, messagesOf, prefsOf } from './repository.ts'

/** The databases of FreeSWITCH's mod_voicemail, and the files that they name. */
export const freeswitch: VoicemailSource = {
  kind: 'freeswitch',
  detect: async (path) => {
    try {
      const databases = openAll(findDatabases(path).databases)
      const used = databases.some(({ db }) => domainsOf(db).length > 0)
      for (const one of databases) one.close()
      return used
    } catch {
      return false
    }
  },
  open: async (path, { answers }) => open(path, answers),
}

type Reading = {
  root: string
  databases: readonly ForeignDb[]
  /** Where a file that a database names lies here; null when it does not. */
  find: (path: string) => string | null
  domains: readonly string[]
  isChosen: (mailbox: Pick<SourceMailbox, 'context'>) => boolean
}

function open(path: string, answers: SourceAnswers): OpenedSource {
  const { root, databases: files } = findDatabases(path)
  const databases = openAll(files)
  const domains = databases.flatMap(({ db }) => domainsOf(db))
  const { fields, isChosen } = chosenContext('Domain', domains, answers)
  const reading = { root, databases, domains, find: createForeignPaths(root), isChosen }
  return {
    listed: list(reading),
    fields,
    items: () => itemsOf(reading),
    close: async () => databases.forEach((one) => one.close()),
  }
}

/** Those that hold voicemail. */
function openAll(files: readonly string[]): ForeignDb[] {
  const opened: ForeignDb[] = []
  try {
    for (const file of files) {
      const one = openForeign(file)
      if (hasVoicemail(one.db)) opened.push(one)
      else one.close()
    }
  } catch (error) {
    for (const one of opened) one.close()
    throw error
  }
  if (opened.length > 0) return opened
  throw new AppError('IMPORT_REJECTED', 'The database has no table voicemail_msgs of mod_voicemail.')
}

function list({ databases, find, isChosen }: Reading): ListedMailbox[] {
  const listed = new Map<string, ListedMailbox>()
  for (const { db } of databases)
    for (const row of messagesOf(db)) {
      const mailbox = toMailbox(row)
      if (!isChosen(mailbox)) continue
      const { messages, bytes } = listed.get(mailboxPath(mailbox)) ?? { messages: 0, bytes: 0 }
      const size = onDisk(sizeOf(find(row.filePath ?? '')))
      listed.set(mailboxPath(mailbox), { mailbox, messages: messages + 1, bytes: bytes + size })
    }
  return [...listed.values()]
}

function sizeOf(path: string | null): number {
  return path === null ? 0 : (lstatSync(path, { throwIfNoEntry: false })?.size ?? 0)
}

async function* itemsOf({ root, databases, domains, find, isChosen }: Reading): AsyncGenerator<SourceItem> {
  const named = new Set<string>()
  const name = (filePath: string | null): string | null => {
    const path = find(filePath ?? '')
    if (path !== null) named.add(path)
    return path
  }
  for (const { db } of databases) {
    for (const prefs of prefsOf(db)) {
      for (const path of [prefs.namePath, prefs.greetingPath]) name(path)
      if (isChosen(toMailbox(prefs))) yield* greetingsOf(prefs, find)
    }
    for (const row of messagesOf(db)) {
      const path = name(row.filePath)
      if (isChosen(toMailbox(row))) yield messageOf(row, path)
    }
  }
  // The folder of a domain that no message is of cannot be chosen: it is told whichever is.
  yield* unknownFiles(root, named, ({ domain }) => !domains.includes(domain) || isChosen({ context: domain }))
}
