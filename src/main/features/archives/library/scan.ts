import { basename } from 'node:path'
import type { ArchivedMessage, BagProblem } from '../../../../shared/archives/model.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { findBags } from '../../../archive/findBags.ts'
import { listName } from '../../../archive/readBag.ts'
import { systemCode } from '../../../files/diskErrors.ts'
import { readForLibrary, type LibraryBag } from './readForLibrary.ts'
import { signatureOf } from './signature.ts'

export type ScanQuestion = {
  /** Folders to look through, and bags that lie elsewhere. */
  roots: readonly string[]
  /** The signature of each bag that is indexed, by its path. */
  known: ReadonlyMap<string, string>
}

/**
 * What is seen, in order. A bag comes with its first messages, the others follow it; null: they are those that are known.
 * last: the bag ends here. path: the bag that is there and cannot be read; null: a folder that may hold bags. broken: what
 * is left of a bag.
 */
export type Scanned =
  | { kind: 'same'; path: string }
  | { kind: 'bag'; bag: LibraryBag; messages: ArchivedMessage[] | null; last: boolean }
  | { kind: 'messages'; messages: ArchivedMessage[]; last: boolean }
  | { kind: 'problem'; root: string; path: string | null; message: string }
  | { kind: 'broken'; root: string; path: string; problem: BagProblem }

/** So many messages are indexed at once. */
const messagesAtOnce = 150

/** Looks for bags and reads those that are new or changed. Rejects with the signal's reason. */
export async function* scan({ roots, known }: ScanQuestion, signal: AbortSignal): AsyncGenerator<Scanned> {
  const seen = new Set<string>()
  for (const root of roots) {
    for await (const found of findBags(root, signal)) {
      if ('problem' in found) yield { kind: 'problem', root, path: null, message: found.problem }
      else if ('broken' in found)
        yield { kind: 'broken', root, path: found.broken, problem: withoutBagit(found.broken) }
      else if (!seen.has(found.bag)) {
        seen.add(found.bag)
        yield* look(found.bag, known.get(found.bag), root)
      }
    }
  }
}

function withoutBagit(path: string): BagProblem {
  const message = `${basename(path)} has the payload and a manifest of an archive, and no bagit.txt.`
  return { code: 'NOT_A_BAG', file: 'bagit.txt', message }
}

async function* look(path: string, known: string | undefined, root: string): AsyncGenerator<Scanned> {
  try {
    if (known !== undefined && known === (await signatureOf(path))) {
      yield { kind: 'same', path }
      return
    }
    const { bag: read, messages } = await readForLibrary(path)
    const notesProblem = read.notes.problem
    if (notesProblem !== null) yield { kind: 'problem', root, path, message: `${basename(path)}: ${notesProblem}` }
    // Every look is to say it, so none takes the signature for that of a bag that need not be read again.
    const bag = notesProblem === null ? read : { ...read, signature: `damaged notes, ${read.signature}` }
    if (known !== undefined && listPart(known) === listPart(bag.signature))
      yield { kind: 'bag', bag, messages: null, last: true }
    else if (messages === null || hasLostItsList(known, bag)) {
      const what = `${messages === null ? 'a damaged' : 'lost its'} ${listName}`
      yield { kind: 'problem', root, path, message: `${basename(path)} has ${what}: what was read before stays.` }
      // It may have been moved, or noted. No later look takes this for what it has read.
      yield { kind: 'bag', bag: { ...bag, signature: `${bag.signature} damaged` }, messages: null, last: true }
    } else yield* withMessages(bag, messages)
  } catch (error) {
    yield { kind: 'problem', root, path, message: problemOf(path, error) }
  }
}

function* withMessages(bag: LibraryBag, messages: readonly ArchivedMessage[]): Generator<Scanned> {
  yield { kind: 'bag', bag, messages: messages.slice(0, messagesAtOnce), last: messages.length <= messagesAtOnce }
  for (let from = messagesAtOnce; from < messages.length; from += messagesAtOnce) {
    const some = messages.slice(from, from + messagesAtOnce)
    yield { kind: 'messages', messages: some, last: from + messagesAtOnce >= messages.length }
  }
}

function hasLostItsList(known: string | undefined, { signature }: LibraryBag): boolean {
  return known !== undefined && !listPart(known).endsWith(' -') && listPart(signature).endsWith(' -')
}

function listPart(signature: string): string {
  return signature.slice(signature.lastIndexOf(listName))
}

/** One bag that cannot be read does not keep the others from being found. */
function problemOf(path: string, error: unknown): string {
  if (error instanceof AppError) return error.message
  const code = systemCode(error)
  if (code === null) throw error
  return `${basename(path)} cannot be read (${code}).`
}
