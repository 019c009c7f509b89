import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { openForeign, type ForeignDb } from '../../../../db/foreign.ts'
import type { ReadDb } from '../../../../db/sql.ts'
import { onDisk } from '../../../../files/room.ts'
import { makeTemporaryFolder } from '../../../../unfinished/temporaryFolder.ts'
import { chosenContext } from '../chosenContext.ts'
import { asAppError } from '../dataFolderError.ts'
import { createForeignPaths } from '../foreignPaths.ts'
import { mailboxPath } from '../mailboxPath.ts'
import type { ListedMailbox, OpenedSource, OpenGiven, SourceItem, SourceMailbox, VoicemailSource } from '../source.ts'
import { findDatabases } from './databases.ts'
import { toMailbox } from './mailbox.ts'
import { greetingsOf, messageOf, unknownFiles } from './items.ts'
import { domainsOf, hasVoicemail, messagesOf, prefsOf } from './repository.ts'

/** The databases of FreeSWITCH's mod_voicemail, and the files that they name. */
export const freeswitch: VoicemailSource = {
  kind: 'freeswitch',
  detect: async (path, dataFolder) => {
    try {
      const { databases, close } = await openAll(findDatabases(path).databases, dataFolder)
      try {
        return databases.some((db) => domainsOf(db).length > 0)
      } finally {
        await close()
      }
    } catch {
      return false
    }
  },
  open,
}

type Reading = {
  root: string
  databases: readonly ReadDb[]
  /** Where a file that a database names lies here; null when it does not. */
  find: (path: string) => string | null
  domains: readonly string[]
  isChosen: (mailbox: Pick<SourceMailbox, 'context'>) => boolean
}

async function open(path: string, { answers, dataFolder }: OpenGiven): Promise<OpenedSource> {
  const { root, databases: files } = findDatabases(path)
  const { databases, close } = await openAll(files, dataFolder)
  try {
    const domains = databases.flatMap((db) => domainsOf(db))
    const { fields, isChosen } = chosenContext('Domain', domains, answers)
    const reading = { root, databases, domains, find: createForeignPaths(root), isChosen }
    return { listed: list(reading), fields, items: () => itemsOf(reading), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Those that hold voicemail. */
async function openAll(
  files: readonly string[],
  dataFolder: string,
): Promise<{ databases: readonly ReadDb[]; close(): Promise<void> }> {
  const folder = await makeTemporaryFolder(dataFolder).catch((cause: unknown) => {
    throw asAppError(cause)
  })
  const opened: ForeignDb[] = []
  const close = async (): Promise<void> => {
    for (const one of opened) one.close()
    await folder.remove()
  }
  try {
    for (const [index, file] of files.entries()) opened.push(openForeign(file, join(folder.path, `${index}.db`)))
    const databases = opened.filter(hasVoicemail)
    if (databases.length > 0) return { databases, close }
    throw new AppError('IMPORT_REJECTED', 'The database has no table voicemail_msgs of mod_voicemail.')
  } catch (error) {
    await close()
    throw error
  }
}

function list({ databases, find, isChosen }: Reading): ListedMailbox[] {
  const listed = new Map<string, ListedMailbox>()
  for (const db of databases)
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
  for (const db of databases) {
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
