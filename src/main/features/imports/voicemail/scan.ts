import { setImmediate as nextTurn } from 'node:timers/promises'
import { extensionNumber } from '../../../../shared/ids.ts'
import type { ReadDb } from '../../../db/sql.ts'
import type { Progress } from '../progress.ts'
import { readMessage, type ReadMessage } from './readMessage.ts'
import { findImported, findRingGroup } from './repository.ts'
import { openSpool, type Skipped, type SpoolMailbox } from './spool.ts'
import { listSpoolMessages, type SpoolMessage } from './spoolMessages.ts'

export type ScannedMailbox = SpoolMailbox & { messages: SpoolMessage[] }
export type Scan = { mailboxes: ScannedMailbox[]; total: number; skipped: Skipped[] }

/** What lies in the spool, listed and not yet read. Mailboxes that cannot be told from each other are left out. */
export async function scanSpool(db: ReadDb, path: string): Promise<Scan> {
  const spool = await openSpool(path)
  const listed: ScannedMailbox[] = []
  for (const mailbox of spool.mailboxes) listed.push({ ...mailbox, messages: await listSpoolMessages(spool, mailbox) })
  const holding = listed.filter((one) => one.messages.length > 0)
  const refused = holding.flatMap((one) => {
    const reason = refusal(db, one, holding)
    return reason === null
      ? []
      : [{ one, file: `${one.context}/${one.mailbox}`, reason: `${count(one.messages.length)} left out: ${reason}` }]
  })
  const mailboxes = listed.filter((one) => !refused.some((other) => other.one === one))
  return {
    mailboxes,
    total: mailboxes.reduce((sum, one) => sum + one.messages.length, 0),
    skipped: [...onceEach(spool.skipped), ...refused.map(({ file, reason }) => ({ file, reason }))],
  }
}

/** A folder that two links reach is looked at twice. */
function onceEach(skipped: readonly Skipped[]): Skipped[] {
  return [...new Map(skipped.map((one) => [one.file, one])).values()]
}

function count(messages: number): string {
  return messages === 1 ? 'One message was' : `${messages} messages were`
}

function refusal(db: ReadDb, { context, mailbox }: SpoolMailbox, all: readonly SpoolMailbox[]): string | null {
  if (!extensionNumber.safeParse(mailbox).success) return `${mailbox} is not an extension of 2 to 10 digits.`
  const group = findRingGroup(db, mailbox)
  if (group !== null) return `${mailbox} is the number of the ring group ${group}.`
  const other = all.find((one) => one.mailbox === mailbox && one.context !== context)
  return other === undefined
    ? null
    : `the mailbox exists in the contexts ${context} and ${other.context}. Choose the folder of one context.`
}

export type Found =
  | { kind: 'new'; message: ReadMessage }
  | { kind: 'alreadyHere' }
  | { kind: 'skipped'; skipped: Skipped }

/** Reads one message after the other and tells whether it is new. Throws the signal's reason when it is cancelled. */
export async function* readSpool(
  db: ReadDb,
  scan: Scan,
  { signal, report }: { signal?: AbortSignal | undefined; report?: ((progress: Progress) => void) | undefined },
): AsyncGenerator<Found & { mailbox: ScannedMailbox }> {
  const isNew = createNewness(db)
  let done = 0
  let bytes = 0
  for (const mailbox of scan.mailboxes) {
    for (const one of mailbox.messages) {
      signal?.throwIfAborted()
      const message = await readMessage(one)
      done += 1
      if ('skipped' in message) yield { kind: 'skipped', mailbox, skipped: message.skipped }
      else {
        bytes += message.bytes.length
        const sourceKey = isNew(message)
        yield sourceKey === null
          ? { kind: 'alreadyHere', mailbox }
          : { kind: 'new', mailbox, message: { ...message, sourceKey } }
      }
      report?.({ done, total: scan.total, bytes })
      await nextTurn()
    }
  }
}

/**
 * The key under which a message is new, or null when it was imported before. Two messages of one id with different
 * audio (a mailbox that was copied by hand) are both kept.
 */
function createNewness(db: ReadDb): (message: ReadMessage) => string | null {
  const seen = new Map<string, string>()
  return ({ sourceKey, sha256 }) => {
    for (const key of [sourceKey, `${sourceKey}/${sha256}`]) {
      const known = seen.get(key) ?? findImported(db, key)
      if (known === sha256) return null
      if (known === null) {
        seen.set(key, sha256)
        return key
      }
    }
    return null
  }
}
