import { relative } from 'node:path'
import type { SourceItem, SourceMailbox } from '../source.ts'
import { stampOf } from '../stableRead.ts'
import { isLocked, untilQuiet } from './folderLock.ts'
import { listGreetings, strayAudio } from './greetings.ts'
import { distinct, foldersIn, messageFolders, type Skipped, type Spool, type SpoolFolder } from './spool.ts'
import { readSpoolMessage } from './spoolMessage.ts'
import { listMessages, type SpoolMessage } from './spoolMessages.ts'

type Place = { spool: Spool; path: string; mailbox: SourceMailbox; signal: AbortSignal }

/** How often a mailbox is looked through without finding anything new, because messages move in it. */
const looksInVain = 5

/**
 * Everything in one mailbox. A live Asterisk moves and renumbers messages meanwhile: folders that changed are looked
 * through again for messages that were not read yet, until nothing moves. A message is known by its file, which a rename
 * leaves as it is.
 */
export async function* readMailbox(place: Place): AsyncGenerator<SourceItem> {
  const { spool, path, mailbox } = place
  for (const greeting of listGreetings(spool.root, path, mailbox)) yield { kind: 'greeting', greeting }
  for (const stray of strayAudio(spool.root, path)) yield { kind: 'skipped', ...stray }
  const reader = new MailboxReader(place)
  for (let inVain = 0; inVain < looksInVain; inVain += 1) {
    const known = reader.known
    const moved = yield* reader.look()
    if (!moved) return
    if (reader.known > known) inVain = 0
  }
  yield* reader.leftOver()
}

/** Remembers what of a mailbox was read. It lives for one reading of it. */
class MailboxReader {
  readonly #place: Place
  readonly #read = new Set<string>()
  /** The state of each folder in which all of it had been read. */
  readonly #settled = new Map<string, string>()
  #unsettled: string[] = []
  #looks = 0

  constructor(place: Place) {
    this.#place = place
  }

  /** How many messages were read. */
  get known(): number {
    return this.#read.size
  }

  /** Reads what was not read yet; answers whether anything moved, so that another look is needed. */
  async *look(): AsyncGenerator<SourceItem, boolean> {
    const { spool, path } = this.#place
    const skipped: Skipped[] = []
    const first = this.#looks === 0
    let moved = false
    this.#looks += 1
    this.#unsettled = []
    for (const folder of distinct(foldersIn(spool.root, path, skipped))) {
      if (folder.name === 'tmp' || this.#settled.get(folder.path) === stampOf(folder.path)) continue
      if (messageFolders.has(folder.name)) moved = !(yield* this.#readFolder(folder, skipped)) || moved
      else if (first) notUsed(spool.root, folder, skipped)
    }
    if (first) for (const one of skipped) yield { kind: 'skipped', ...one }
    // A message may have moved into a folder after that was read, out of one that was not read yet.
    return moved || [...this.#settled].some(([folder, state]) => stampOf(folder) !== state)
  }

  *leftOver(): Generator<SourceItem> {
    const reason = 'It moved again and again while it was read. Import again when the mailbox is not in use.'
    for (const file of this.#unsettled) yield { kind: 'unreadable', file, reason, messages: 1 }
  }

  /** Answers whether nothing moved meanwhile. */
  async *#readFolder(folder: SpoolFolder, skipped: Skipped[]): AsyncGenerator<SourceItem, boolean> {
    await untilQuiet(folder.path, this.#place.signal)
    const before = stampOf(folder.path)
    const messages = listMessages({ root: this.#place.spool.root, ...folder }, skipped)
    let settled = true
    for (const message of messages) {
      const identity = identityOf(message)
      if (identity !== null && this.#read.has(identity)) continue
      if (identity !== null && (yield* this.#readOne(message, before))) {
        this.#read.add(identity)
        continue
      }
      settled = false
      // What is gone already is found in its new place, or was deleted.
      if (identity !== null) this.#unsettled.push(message.name)
    }
    const still = settled && before !== null && stampOf(folder.path) === before && !isLocked(folder.path)
    if (still) this.#settled.set(folder.path, before)
    return still
  }

  /** Answers whether the message stayed where it is. One without audio may be half of one that is moving. */
  *#readOne(message: SpoolMessage, folder: string | null): Generator<SourceItem, boolean> {
    if (message.audio.length === 0 && (isLocked(message.path) || stampOf(message.path) !== folder)) return false
    const { item, state } = readSpoolMessage(this.#place.mailbox, message)
    yield item
    return state.settled
  }
}

/** Null when it is gone already. */
function identityOf({ audio, text }: SpoolMessage): string | null {
  return stampOf(audio[0] ?? text)
}

function notUsed(root: string, folder: SpoolFolder, skipped: Skipped[]): void {
  const count = listMessages({ root, ...folder }, skipped).length
  if (count === 0) return
  const messages = count === 1 ? 'One message lies' : `${count} messages lie`
  skipped.push({
    file: relative(root, folder.path),
    reason: `${messages} in a folder that Asterisk does not use. Move them to Old to import them.`,
    messages: count,
  })
}
