import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportProblem } from '../../../../shared/imports/contract.ts'
import type { ReadDb } from '../../../db/sql.ts'
import type { Progress } from '../progress.ts'
import { createNewness } from './newness.ts'
import { mailboxPath } from './mailboxPath.ts'
import { createPlacing, type Place } from './placing.ts'
import { readGreeting, readMessage, type ReadAudio, type ReadGreeting, type ReadMessage } from './readMessage.ts'
import type { StoredAudio } from './repository.ts'
import type { Left, OpenedSource, SourceItem, SourceMailbox } from './source.ts'
import { isWhole } from './storedAudio.ts'

/** A mailbox that has an extension, here or to be created. */
export type PlacedMailbox = { mailbox: SourceMailbox; extension: string; known: boolean }

export type Found =
  | { kind: 'message'; in: PlacedMailbox; message: ReadMessage }
  | { kind: 'greeting'; in: PlacedMailbox; greeting: ReadGreeting }
  | AlreadyHere
  | { kind: 'problem'; problem: ImportProblem }

/** repair: what the source has in the place of audio that is missing or damaged here; null when that is whole. */
export type AlreadyHere = {
  kind: 'alreadyHere'
  in: PlacedMailbox
  what: 'message' | 'greeting'
  repair: { file: string; audio: Pick<ReadAudio, 'bytes' | 'sha256'> } | null
}

/** Where what was imported before lies. */
export type Here = { db: ReadDb; audioFolder: string }

type Watch = { signal?: AbortSignal | undefined; report?: ((progress: Progress) => void) | undefined }
type Reading = { kind: string; audioFolder: string; isNew: ReturnType<typeof createNewness> }

/**
 * Reads one item after the other and tells what is new. Messages of mailboxes that get no extension are counted and not
 * read. Throws the signal's reason when it is cancelled.
 */
export async function* readSource(
  { db, audioFolder }: Here,
  kind: string,
  opened: OpenedSource,
  { signal, report }: Watch,
): AsyncGenerator<Found> {
  const reading = { kind, audioFolder, isNew: createNewness(db) }
  const place = createPlacing(db, opened.listed)
  const refused = new Map<string, { reason: string; messages: number }>()
  const total = totalOf(opened, place)
  let done = 0
  let bytes = 0
  for await (const item of opened.items()) {
    signal?.throwIfAborted()
    const found = await readItem(reading, item, place, refused)
    if (found !== null) yield* withNotes(found)
    if (item.kind === 'message') done += 1
    if (found !== null && found.kind === 'message') bytes += found.message.bytes.length
    report?.({ done: total === null ? done : Math.min(done, total), total, bytes })
    await nextTurn()
  }
  for (const [file, { reason, messages }] of refused)
    yield problem('skipped', { file, reason: `${leftOut(messages)}: ${reason}` })
}

function problem(outcome: ImportProblem['outcome'], { file, reason }: Left): Found {
  return { kind: 'problem', problem: { outcome, file, reason } }
}

/** What had to be guessed about something new goes before it. */
function* withNotes(found: Found): Generator<Found> {
  if (found.kind === 'message') for (const note of found.message.notes) yield problem('guessed', note)
  if (found.kind === 'greeting') for (const note of found.greeting.notes) yield problem('guessed', note)
  yield found
}

async function readItem(
  reading: Reading,
  item: SourceItem,
  placeOf: (mailbox: SourceMailbox) => Place,
  refused: Map<string, { reason: string; messages: number }>,
): Promise<Found | null> {
  if (item.kind === 'skipped' || item.kind === 'unreadable') return problem(item.kind, item)
  const { mailbox } = item.kind === 'message' ? item.message : item.greeting
  const place = placeOf(mailbox)
  if ('refused' in place) {
    const path = mailboxPath(mailbox)
    const messages = (refused.get(path)?.messages ?? 0) + (item.kind === 'message' ? 1 : 0)
    if (messages > 0) refused.set(path, { reason: place.refused, messages })
    return null
  }
  return readPlaced(reading, item, { mailbox, ...place })
}

async function readPlaced(
  { kind, audioFolder, isNew }: Reading,
  item: Extract<SourceItem, { kind: 'message' | 'greeting' }>,
  placed: PlacedMailbox,
): Promise<Found | null> {
  if (item.kind === 'greeting') {
    const greeting = await readGreeting(item.greeting)
    if ('moved' in greeting) return null
    if ('unreadable' in greeting) return problem('unreadable', greeting.unreadable)
    const known = isNew.greeting(placed.extension, greeting)
    return known === null
      ? { kind: 'greeting', in: placed, greeting }
      : {
          kind: 'alreadyHere',
          in: placed,
          what: 'greeting',
          repair: await repairOf(audioFolder, known.stored, greeting),
        }
  }
  const message = await readMessage(kind, item.message)
  if ('moved' in message) return null
  if ('unreadable' in message) return problem('unreadable', message.unreadable)
  const known = isNew.message(placed.extension, message)
  return 'key' in known
    ? { kind: 'message', in: placed, message: { ...message, sourceKey: known.key } }
    : { kind: 'alreadyHere', in: placed, what: 'message', repair: await repairOf(audioFolder, known.stored, message) }
}

async function repairOf(
  audioFolder: string,
  stored: StoredAudio | null,
  audio: ReadAudio,
): Promise<AlreadyHere['repair']> {
  return stored === null || (await isWhole(audioFolder, stored)) ? null : { file: stored.file, audio }
}

function totalOf({ listed }: OpenedSource, placeOf: (mailbox: SourceMailbox) => Place): number | null {
  if (listed === null) return null
  return listed.reduce((sum, { mailbox, messages }) => sum + ('refused' in placeOf(mailbox) ? 0 : messages), 0)
}

function leftOut(messages: number): string {
  return messages === 1 ? 'One message was left out' : `${messages} messages were left out`
}
