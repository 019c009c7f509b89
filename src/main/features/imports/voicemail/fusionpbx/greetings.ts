import { basename } from 'node:path'
import type { TreeFile } from '../audioTree.ts'
import { greetingLeftOut } from '../leftOut.ts'
import type { GreetingKind, SourceAudio, SourceItem, SourceMailbox } from '../source.ts'
import { readStable } from '../stableRead.ts'
import { base64Audio } from './base64.ts'
import type { Mailboxes } from './mailboxes.ts'
import { greetingFile, nameFile } from './messageFile.ts'
import { readTable } from './readTable.ts'
import type { Tables } from './tables.ts'

/** Names and greetings that stand in the tables themselves. */
export async function* greetingsInTables(tables: Tables, mailboxes: Mailboxes): AsyncGenerator<SourceItem> {
  if (tables.voicemails !== null)
    for await (const row of readTable(tables.voicemails)) {
      const known = mailboxes.byUuid.get(row.get('voicemail_uuid'))
      const audio = base64Audio(row.get('voicemail_name_base64'))
      if (known !== undefined && audio.length > 0)
        yield toGreeting(known.mailbox, 'name', `${known.mailbox.name}/recorded_name`, audio)
    }
  if (tables.greetings === null) return
  for await (const row of readTable(tables.greetings)) {
    const audio = base64Audio(row.get('greeting_base64'))
    if (audio.length === 0) continue
    const user = row.get('voicemail_id').trim()
    const file = `${user}/${row.get('greeting_filename') || `greeting_${row.get('greeting_id')}`}`
    const known = mailboxes.at(row.get('domain_name') || mailboxes.domainOf(row.get('domain_uuid')), user)
    if (known === null || known.greeting !== row.get('greeting_id').trim())
      yield { kind: 'skipped', file, reason: greetingLeftOut, messages: 0 }
    else yield toGreeting(known.mailbox, 'unavailable', file, audio)
  }
}

/** The greeting that a file is, a word why it is left out, or null when it is none. */
export function greetingInFile(file: TreeFile, mailboxes: Mailboxes, mailbox: SourceMailbox): SourceItem | null {
  const audio = [{ name: basename(file.path), read: () => readStable(file.path) }]
  if (nameFile.test(file.name)) return toGreeting(mailbox, 'name', file.file, audio)
  const number = greetingFile.exec(file.name)?.[1]
  if (number === undefined) return null
  return mailboxes.at(file.domain, file.user)?.greeting === number
    ? toGreeting(mailbox, 'unavailable', file.file, audio)
    : { kind: 'skipped', file: file.file, reason: greetingLeftOut, messages: 0 }
}

function toGreeting(mailbox: SourceMailbox, greeting: GreetingKind, file: string, audio: SourceAudio[]): SourceItem {
  return { kind: 'greeting', greeting: { mailbox, file, greeting, audio } }
}
