import type { SourceMailbox } from '../source.ts'
import { readTable, type TableRow } from './readTable.ts'
import type { Tables } from './tables.ts'

/** A row of v_voicemails, without its password, which is never read. */
export type FusionMailbox = { mailbox: SourceMailbox; greeting: string }

export type Mailboxes = {
  byUuid: ReadonlyMap<string, FusionMailbox>
  /** The mailbox of a folder DOMAIN/USER, as far as the tables know it. */
  at(domain: string, user: string): FusionMailbox | null
  domainOf(uuid: string): string
}

/** Reads who has which mailbox. onlyDomain: the only domain that the audio has, for tables without names of domains. */
export async function readMailboxes(tables: Tables, onlyDomain: string | null): Promise<Mailboxes> {
  const domains = new Map<string, string>()
  if (tables.domains !== null)
    for await (const row of readTable(tables.domains)) domains.set(row.get('domain_uuid'), row.get('domain_name'))
  const domainOf = (uuid: string): string => domains.get(uuid) ?? onlyDomain ?? uuid
  const byUuid = new Map<string, FusionMailbox>()
  const byPlace = new Map<string, FusionMailbox>()
  if (tables.voicemails !== null)
    for await (const row of readTable(tables.voicemails)) {
      const one = toMailbox(row, domainOf)
      byUuid.set(row.get('voicemail_uuid'), one)
      byPlace.set(`${one.mailbox.context}/${one.mailbox.name}`, one)
    }
  return { byUuid, at: (domain, user) => byPlace.get(`${domain}/${user}`) ?? null, domainOf }
}

function toMailbox(row: TableRow, domainOf: (uuid: string) => string): FusionMailbox {
  const email = row.get('voicemail_mail_to').split(/[,;]/)[0]!.trim()
  return {
    mailbox: {
      name: row.get('voicemail_id').trim(),
      context: row.get('domain_name') || domainOf(row.get('domain_uuid')),
      holder: row.get('voicemail_description').trim().slice(0, 200),
      email: email.slice(0, 200),
    },
    greeting: row.get('greeting_id').trim(),
  }
}
