import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileExtensions } from '../../../../shared/voicemail/model.ts'
import type { Clock, Ids } from '../../../clock.ts'
import type { WriteDb } from '../../../db/sql.ts'
import type { Batch } from '../../../files/batchThread.ts'
import type { Settled } from '../../../files/fileBatch.ts'
import { flushFolder } from '../../../files/flushFolder.ts'
import type { Journal } from '../../../unfinished/journal.ts'
import { asAppError } from './dataFolderError.ts'
import type { Newness } from './newness.ts'
import type { ReadAudio } from './readMessage.ts'
import { audioOf, type Arrived, type PlacedMailbox } from './readSource.ts'
import { extensionFinder, freeExtensionMaker, insertGreeting, messageInserter } from './repository.ts'

export type Given = {
  db: WriteDb
  audioFolder: string
  clock: Clock
  ids: Ids
  operator: string
  /** The built script of the threads that write; without it this thread does. */
  savingThread: string | null
}

/** An import that is under way; journal: knows each file before it is written. */
export type Storing = Given & { journal: Journal; newness: Newness }

/** Who is told. first: called in the transaction of what is stored first. stored: called for each that is new, after it. */
export type Tell = { first(): void; stored(arrived: Arrived): void }

/** The statements that messages and mailboxes need, compiled once for an import. */
export type Rows = {
  findExtension: ReturnType<typeof extensionFinder>
  insertMessage: ReturnType<typeof messageInserter>
  makeExtension: ReturnType<typeof freeExtensionMaker>
}

export function prepareRows({ db, clock, ids }: Pick<Given, 'db' | 'clock' | 'ids'>): Rows {
  return {
    findExtension: extensionFinder(db),
    insertMessage: messageInserter(db),
    makeExtension: freeExtensionMaker(db, { clock, ids }),
  }
}

/** What an import has done so far. */
export type Imported = {
  messages: number
  alreadyHere: number
  repaired: number
  greetings: number
  extensionsCreated: string[]
}

type Filed = { arrived: Arrived; audio: ReadAudio; id: string; file: string }

/**
 * Stores a batch whole or not at all: audio flushed and read back first, in one folder, then all rows in one
 * transaction. Throws DISK_FULL, FILE_PROBLEM.
 */
export async function storeBatch(
  given: Storing,
  writer: Batch<unknown>,
  batch: readonly Arrived[],
  { rows, result, tell }: { rows: Rows; result: Imported; tell: Tell },
): Promise<void> {
  const files = fileBatch(given.ids, batch)
  const hashes = await writeFiles(given, writer, files)
  const added: Imported = { messages: 0, alreadyHere: 0, repaired: 0, greetings: 0, extensionsCreated: [] }
  const stored: Filed[] = []
  const unused: Filed[] = []
  given.db
    .transaction(() => {
      if (result.messages + result.greetings === 0) tell.first()
      const insert = inserter(given, rows, added)
      for (const [index, filed] of files.entries()) (insert(filed, hashes[index]!) ? stored : unused).push(filed)
    })
    .immediate()
  result.messages += added.messages
  result.alreadyHere += added.alreadyHere
  result.greetings += added.greetings
  result.extensionsCreated.push(...added.extensionsCreated)
  for (const { arrived } of stored) tell.stored(arrived)
  await removeFiles(given.audioFolder, unused)
}

/** Any audio names the folder of a batch: batches spread over 256 of them. */
function fileBatch(ids: Ids, batch: readonly Arrived[]): Filed[] {
  const folder = audioOf(batch[0]!).sha256().slice(0, 2)
  return batch.map((arrived) => {
    const audio = audioOf(arrived)
    const id = ids.next()
    return { arrived, audio, id, file: `${folder}/${id}.${fileExtensions[audio.format]}` }
  })
}

/** Answers the hashes of what was read back, in the order of the files. On failure none of the files stays. */
async function writeFiles(
  { audioFolder, journal }: Storing,
  writer: Batch<unknown>,
  files: readonly Filed[],
): Promise<string[]> {
  const targets = files.map(({ file, audio }) => ({
    target: join(audioFolder, file),
    from: audio.bytes,
    sha256: [],
  }))
  try {
    await journal.expect(files.map(({ file, id }) => ({ audio: file, id })))
    await makeFolder(audioFolder, files[0]!.file.slice(0, 2))
    const settled = await writer.settle(targets)
    return settled.map(hashOfPlaced)
  } catch (cause) {
    await removeFiles(audioFolder, files)
    throw asAppError(cause)
  }
}

async function makeFolder(audioFolder: string, name: string): Promise<void> {
  if ((await mkdir(join(audioFolder, name), { recursive: true })) !== undefined) await flushFolder(audioFolder)
}

function hashOfPlaced(settled: Settled<unknown>): string {
  if (settled.outcome === 'failed') throw settled.error
  if (settled.outcome !== 'placed') throw new Error('The disk gives back other bytes than were written')
  return settled.sha256
}

/** What cannot be removed is an orphan that no row names: the journal has it removed at the next start. */
async function removeFiles(audioFolder: string, files: readonly Filed[]): Promise<void> {
  for (const { file } of files) await rm(join(audioFolder, file), { force: true }).catch(() => undefined)
}

/**
 * Answers a function, for one transaction, that inserts what arrived. It answers false when that is here already: it came
 * twice in its source, or another import has added it meanwhile.
 */
function inserter({ db, newness }: Storing, rows: Rows, result: Imported): (filed: Filed, sha256: string) => boolean {
  const extensionIdOf = extensionIds(rows, result)
  return ({ arrived, id, file }, sha256) => {
    const { extension } = arrived.in
    if (arrived.kind === 'greeting') {
      if (newness.greeting(extension, arrived.greeting, sha256) !== null) return false
      insertGreeting(db, extensionIdOf(arrived.in), arrived.greeting, { id, file, sha256 })
      result.greetings += 1
      return true
    }
    const judged = newness.message(extension, arrived.message, sha256)
    if ('known' in judged) {
      result.alreadyHere += 1
      return false
    }
    rows.insertMessage(extensionIdOf(arrived.in), arrived.message, { id, file, sha256, sourceKey: judged.key })
    result.messages += 1
    return true
  }
}

/** Answers a function that finds the extension of a mailbox, once in a transaction, or makes it. */
function extensionIds(rows: Rows, result: Imported): (placed: PlacedMailbox) => string {
  const known = new Map<string, string>()
  return ({ extension, mailbox: { holder, email } }) => {
    const found = known.get(extension) ?? rows.findExtension(extension)
    const id = found ?? rows.makeExtension({ extensionNumber: extension, holder, email })
    if (found === null) result.extensionsCreated.push(extension)
    known.set(extension, id)
    return id
  }
}
