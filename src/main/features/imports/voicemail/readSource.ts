import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportProblem } from '../../../../shared/imports/contract.ts'
import type { ReadDb } from '../../../db/sql.ts'
import type { Progress } from '../progress.ts'
import type { Known, Newness } from './newness.ts'
import { mailboxPath } from './mailboxPath.ts'
import { meantMailboxes } from './meantMailbox.ts'
import { createPlacing, type Place } from './placing.ts'
import { readGreeting, readMessage, type ReadAudio, type ReadGreeting, type ReadMessage } from './readMessage.ts'
import type { Left, OpenedSource, SourceItem, SourceMailbox } from './source.ts'
import { isWhole } from './storedAudio.ts'

/** A mailbox that has an extension, here or to be created. */
export type PlacedMailbox = { mailbox: SourceMailbox; extension: string; known: boolean }

export type Found =
  | { kind: 'message'; in: PlacedMailbox; message: ReadMessage }
  | { kind: 'greeting'; in: PlacedMailbox; greeting: ReadGreeting }
  | AlreadyHere
  /** messages: how many were not taken because of it. */
  | { kind: 'problem'; problem: ImportProblem; messages: number }
  | Refused

/** What is new, with the extension that gets it. */
export type Arrived = Extract<Found, { kind: 'message' | 'greeting' }>

export function audioOf(arrived: Arrived): ReadAudio {
  return arrived.kind === 'message' ? arrived.message : arrived.greeting
}

/** A mailbox that gets no extension, with all of its messages. */
export type Refused = { kind: 'refused'; mailbox: SourceMailbox; problem: ImportProblem; messages: number }

/** repair: what the source has in the place of audio that is missing or damaged here; null when that is whole. */
export type AlreadyHere = {
  kind: 'alreadyHere'
  in: PlacedMailbox
  what: 'message' | 'greeting'
  repair: { file: string; audio: Pick<ReadAudio, 'bytes'> } | null
}

/** Where what was imported before lies. */
export type Here = { db: ReadDb; audioFolder: string }

type Watch = { signal?: AbortSignal | undefined; report?: ((progress: Progress) => void) | undefined }
type LeftMailbox = { mailbox: SourceMailbox; reason: string; messages: number }
type Reading = { kind: string; audioFolder: string; newness: Newness }

/** In between, a cancel is heard and what was written is told. */
const turnMilliseconds = 5

/**
 * Reads one item after the other and tells what is new. Messages of mailboxes that get no extension are counted and not
 * read. Throws the signal's reason when it is cancelled.
 */
export async function* readSource(
  { db, audioFolder, newness }: Here & { newness: Newness },
  kind: string,
  opened: OpenedSource,
  { signal, report }: Watch,
): AsyncGenerator<Found> {
  const reading = { kind, audioFolder, newness }
  const place = createPlacing(db, opened.listed)
  const meant = meantMailboxes(db)
  const refused = new Map<string, LeftMailbox>()
  const total = totalOf(opened, place)
  let done = 0
  let bytes = 0
  let turnEnd = 0
  for await (const item of opened.items()) {
    signal?.throwIfAborted()
    const found = await readItem(reading, meant(item), place, refused)
    if (found !== null) yield found
    if (item.kind === 'message') done += 1
    if (found !== null && found.kind === 'message') bytes += found.message.size
    report?.({ done: total === null ? done : Math.min(done, total), total, bytes })
    if (performance.now() < turnEnd) continue
    await nextTurn()
    turnEnd = performance.now() + turnMilliseconds
  }
  for (const one of refused.values()) yield toRefused(one)
}

function problem(outcome: 'skipped' | 'unreadable', { file, reason }: Left, messages: number): Found {
  return { kind: 'problem', problem: { outcome, file, reason }, messages }
}

function toRefused({ mailbox, reason, messages }: LeftMailbox): Refused {
  const told = { outcome: 'skipped', file: mailboxPath(mailbox), reason: `${leftOut(messages)}: ${reason}` } as const
  return { kind: 'refused', mailbox, problem: told, messages }
}

async function readItem(
  reading: Reading,
  item: SourceItem,
  placeOf: (mailbox: SourceMailbox) => Place,
  refused: Map<string, LeftMailbox>,
): Promise<Found | null> {
  if (item.kind === 'skipped' || item.kind === 'unreadable') return problem(item.kind, item, item.messages)
  const { mailbox } = item.kind === 'message' ? item.message : item.greeting
  const place = placeOf(mailbox)
  if ('refused' in place) {
    const path = mailboxPath(mailbox)
    const messages = (refused.get(path)?.messages ?? 0) + (item.kind === 'message' ? 1 : 0)
    refused.set(path, { mailbox, reason: place.refused, messages })
    return null
  }
  return readPlaced(reading, item, { mailbox, ...place })
}

async function readPlaced(
  { kind, audioFolder, newness }: Reading,
  item: Extract<SourceItem, { kind: 'message' | 'greeting' }>,
  placed: PlacedMailbox,
): Promise<Found | null> {
  if (item.kind === 'greeting') {
    const greeting = await readGreeting(item.greeting)
    if ('moved' in greeting) return null
    if ('unreadable' in greeting) return problem('unreadable', greeting.unreadable, 0)
    const known = newness.greeting(placed.extension, greeting, greeting.sha256())
    return known === null
      ? { kind: 'greeting', in: placed, greeting }
      : { kind: 'alreadyHere', in: placed, what: 'greeting', repair: await repairOf(audioFolder, known, greeting) }
  }
  const message = await readMessage(kind, item.message)
  if ('moved' in message) return null
  if ('unreadable' in message) return problem('unreadable', message.unreadable, 1)
  const known = newness.mayBeKnown(placed.extension, message)
    ? newness.message(placed.extension, message, message.sha256())
    : { key: message.sourceKey }
  return 'key' in known
    ? { kind: 'message', in: placed, message }
    : { kind: 'alreadyHere', in: placed, what: 'message', repair: await repairOf(audioFolder, known.known, message) }
}

async function repairOf(
  audioFolder: string,
  { file, sha256 }: Known,
  audio: ReadAudio,
): Promise<AlreadyHere['repair']> {
  return file === null || (await isWhole(audioFolder, { file, sha256 })) ? null : { file, audio }
}

function totalOf({ listed }: OpenedSource, placeOf: (mailbox: SourceMailbox) => Place): number | null {
  if (listed === null) return null
  return listed.reduce((sum, { mailbox, messages }) => sum + ('refused' in placeOf(mailbox) ? 0 : messages), 0)
}

function leftOut(messages: number): string {
  if (messages === 0) return 'Its greetings were left out'
  return messages === 1 ? 'One message was left out' : `${messages} messages were left out`
}
