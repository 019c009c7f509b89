import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { archiveId } from '../../../../shared/ids.ts'
import type { LookResult } from '../../../../shared/archives/library.ts'
import type { Ids } from '../../../clock.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { isBelow } from '../../../files/isBelow.ts'
import {
  beginIndexing,
  endIndexing,
  findAtPath,
  findByManifest,
  insertFound,
  listKnown,
  moveArchive,
  saveNotes,
  setMissing,
  setNotesProblem,
  type KnownArchive,
} from './archiveRepository.ts'
import { indexMessages, unindexMessages, type Owner } from './messageRepository.ts'
import type { LibraryBag } from './readForLibrary.ts'
import type { Scanned } from './scan.ts'

type Given = { db: WriteDb; ids: Ids; now: string; onFound(found: number): void }

const removedAtOnce = 150

/** Writes down what a scan sees, in turns of some milliseconds; a bag counts as indexed when its last message is. */
export async function takeScan(
  { db, ids, now, onFound }: Given,
  scanned: AsyncIterable<Scanned>,
): Promise<{ seen: Set<string>; result: Omit<LookResult, 'missing'> }> {
  const seen = new Set<string>()
  const result: Omit<LookResult, 'missing'> = { found: 0, added: 0, changed: 0, moved: 0, problems: [] }
  let current: { bag: LibraryBag; owner: Owner } | null = null
  for await (const one of scanned) {
    if (one.kind === 'problem') result.problems.push({ folder: one.root, message: one.message })
    if (one.kind === 'same') seen.add(one.path)
    if (one.kind === 'bag') {
      seen.add(one.bag.path)
      const { owner, outcome } = await settleBag({ db, ids, now }, one)
      if (outcome !== 'same') result[outcome] += 1
      current = { bag: one.bag, owner }
    }
    if (one.kind === 'messages' && current !== null) {
      const { owner, bag } = current
      db.transaction(() => {
        indexMessages(db, owner, one.messages, bag.notes.notes.messages)
        if (one.last) endIndexing(db, owner.id, bag)
      }).immediate()
    }
    await nextTurn()
    result.found = seen.size
    onFound(seen.size)
  }
  return { seen, result }
}

type Outcome = 'added' | 'moved' | 'changed' | 'same'

/**
 * Finds the row of a bag: by its folder, or by its manifest when it was moved; else it joins the list. A bag of few
 * messages is one transaction.
 */
async function settleBag(
  { db, ids, now }: Pick<Given, 'db' | 'ids' | 'now'>,
  { bag, messages, last }: Extract<Scanned, { kind: 'bag' }>,
): Promise<{ owner: Owner; outcome: Outcome }> {
  const known = findAtPath(db, bag.path) ?? (await movedFrom(findByManifest(db, bag.manifestSha256)))
  const id = known?.id ?? archiveId.parse(ids.next())
  const outcome = outcomeOf(known, bag)
  const { personName, extension } = known ?? bag
  const owner = { id, personName, extension }
  if (known !== null && messages !== null) {
    beginIndexing(db, id)
    await clearMessages(db, id)
  }
  db.transaction(() => {
    if (outcome === 'added') insertFound(db, id, bag, now)
    if (outcome === 'moved') moveArchive(db, id, bag.path)
    if (messages !== null) indexMessages(db, owner, messages, bag.notes.notes.messages)
    takeNotes(db, id, known, bag)
    if (last) endIndexing(db, id, bag)
  }).immediate()
  return { owner, outcome }
}

function outcomeOf(known: KnownArchive | null, bag: LibraryBag): Outcome {
  if (known === null) return 'added'
  if (known.path !== bag.path) return 'moved'
  return known.signature === null || known.notesSha256 === bag.notes.sha256 ? 'same' : 'changed'
}

/**
 * The file beside the payload decides. Without one, notes that could not be written there stay; when it is damaged, those
 * that were read last.
 */
function takeNotes(db: WriteDb, id: string, known: KnownArchive | null, { notes }: LibraryBag): void {
  const taken = known === null || notes.sha256 !== null || (known.notesSha256 !== null && notes.problem === null)
  if (taken) saveNotes(db, id, notes)
  else if (notes.problem !== null) setNotesProblem(db, id, notes.problem)
}

async function movedFrom(candidates: readonly KnownArchive[]): Promise<KnownArchive | null> {
  for (const known of candidates) {
    const there = await lstat(join(known.path, 'bagit.txt')).catch(() => null)
    if (there === null) return known
  }
  return null
}

/** Takes the messages of an archive out of the index, in turns. */
export async function clearMessages(db: WriteDb, archive: string): Promise<void> {
  while (unindexMessages(db, archive, removedAtOnce) > 0) await nextTurn()
}

/** Notes which archives below the roots are not there any more; answers how many are missing. */
export function noteMissing(db: WriteDb, roots: readonly string[], seen: ReadonlySet<string>, now: string): number {
  let missing = 0
  db.transaction(() => {
    for (const { id, path, missingSince } of listKnown(db)) {
      if (seen.has(path)) {
        if (missingSince !== null) setMissing(db, id, null)
      } else if (roots.some((root) => isBelow(path, root))) {
        missing += 1
        if (missingSince === null) setMissing(db, id, now)
      }
    }
  }).immediate()
  return missing
}
