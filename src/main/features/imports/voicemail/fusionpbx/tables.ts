import { readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { toReadError } from '../../../../files/diskErrors.ts'
import { walkAudioTree } from '../audioTree.ts'
import { headerOf } from './header.ts'
import { messageFile } from './messageFile.ts'

/** The tables of FusionPBX that are there, as CSV files; each is known by its columns, whatever its file is called. */
export type Tables = {
  messages: string | null
  voicemails: string | null
  domains: string | null
  greetings: string | null
}
/** root: the real path of the folder in which tables and audio lie. second: tables of a kind that is there already. */
export type Chosen = { root: string; tables: Tables; second: readonly string[] }

/** A quick look into a tree looks at so many files. */
const looked = 2000

/** Throws FILE_PROBLEM, IMPORT_REJECTED when there is neither the table of messages nor the audio of one. */
export function findTables(path: string): Chosen {
  const real = realPath(path)
  const isFile = statSync(real).isFile()
  const root = isFile ? dirname(real) : real
  const tables: Tables = { messages: null, voicemails: null, domains: null, greetings: null }
  const second: string[] = []
  for (const file of new Set([...(isFile ? [real] : []), ...csvFilesIn(root)])) {
    const kind = kindOf(headerOf(file).columns)
    if (kind === null) continue
    if (tables[kind] !== null) second.push(file)
    tables[kind] ??= file
  }
  if (isFile ? tables.messages !== real : tables.messages === null && !holdsMessages(root)) throw rejected(isFile)
  return { root, tables, second }
}

function kindOf(columns: readonly string[]): keyof Tables | null {
  const has = (name: string): boolean => columns.includes(name)
  if (has('voicemail_message_uuid')) return 'messages'
  if (has('greeting_filename') || has('voicemail_greeting_uuid')) return 'greetings'
  if (has('voicemail_uuid') && has('voicemail_id')) return 'voicemails'
  return has('domain_uuid') && has('domain_name') ? 'domains' : null
}

function csvFilesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name).toLowerCase() === '.csv')
    .map((entry) => join(folder, entry.name))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

function holdsMessages(root: string): boolean {
  let count = 0
  for (const { name } of walkAudioTree(root)) {
    if (messageFile.test(name)) return true
    count += 1
    if (count === looked) return false
  }
  return false
}

function realPath(path: string): string {
  try {
    const real = realpathSync(path)
    if (statSync(real).isDirectory()) readdirSync(real)
    return real
  } catch (cause) {
    throw toReadError(cause, path)
  }
}

function rejected(isFile: boolean): AppError {
  return new AppError(
    'IMPORT_REJECTED',
    isFile
      ? 'The file is not the table v_voicemail_messages as CSV: it has no column voicemail_message_uuid.'
      : 'The folder holds neither the table v_voicemail_messages as CSV nor audio of FusionPBX. Choose the folder that holds one of them.',
  )
}
