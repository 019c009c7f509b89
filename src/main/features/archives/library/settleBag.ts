import { archiveId } from '../../../../shared/ids.ts'
import { isBagThere } from '../../../archive/holdsBag.ts'
import type { Ids } from '../../../clock.ts'
import type { ReadDb, WriteDb } from '../../../db/sql.ts'
import { digest } from '../../../digest.ts'
import { readStoredNotes, type StoredNotes } from '../notes/repository.ts'
import {
  endIndexing,
  findAtPath,
  findMovable,
  insertFound,
  moveArchive,
  saveNotes,
  type KnownArchive,
  type NotesToSave,
} from './archiveRepository.ts'
import { clearMessages } from './clearing.ts'
import { addMessages, type Owner } from './messageRepository.ts'
import type { LibraryBag } from './readForLibrary.ts'
import type { Scanned } from './scan.ts'
import { asStored, takenNotes } from './takenNotes.ts'

/** Writes something down and answers which rows are to be searchable. Call it in a transaction. */
export type Write = () => readonly number[]

type Outcome = 'added' | 'moved' | 'changed' | 'same'
/** before: the notes that the row had. taken: those that it gets, once the bag is written down. */
export type Settled = {
  bag: LibraryBag
  owner: Owner
  known: KnownArchive | null
  outcome: Outcome
  before: StoredNotes | null
  taken: NotesToSave
}
type SeenBag = Extract<Scanned, { kind: 'bag' }>

/** Finds the row of a bag: by its folder, or by its manifest when it was moved; else it joins the list. */
export async function settleBag({ db, ids }: { db: WriteDb; ids: Ids }, { bag, messages }: SeenBag): Promise<Settled> {
  const known = findAtPath(db, bag.path) ?? (await movedFrom(findMovable(db, bag.manifestSha256)))
  const id = known?.id ?? archiveId.parse(ids.next())
  const { personName, extension } = known ?? bag
  // Before its messages are cleared: their notes go with them.
  const before = known === null ? null : readStoredNotes(db, known.id)
  if (known !== null && messages !== null) await clearMessages(db, known.id)
  const outcome = outcomeOf(known, bag)
  return { bag, owner: { id, personName, extension }, known, outcome, before, taken: bag.notes }
}

export function bagWriter(db: WriteDb, settled: Settled, { messages, last }: SeenBag, now: string): Write {
  const { bag, owner, outcome } = settled
  return () => {
    const notes = (settled.taken = notesNow(db, settled))
    if (outcome === 'added') insertFound(db, owner.id, bag, now)
    if (outcome === 'moved') moveArchive(db, owner.id, bag.path)
    const rows = messages === null ? [] : addMessages(db, owner, messages, notes.notes.messages)
    saveNotes(db, owner.id, notes)
    if (last) endIndexing(db, owner.id, bag)
    return rows
  }
}

export function messagesWriter(
  db: WriteDb,
  settled: Settled,
  { messages, last }: Extract<Scanned, { kind: 'messages' }>,
): Write {
  return () => {
    const { bag, owner, taken } = settled
    const rows = addMessages(db, owner, messages, taken.notes.messages)
    if (last) endIndexing(db, owner.id, bag)
    return rows
  }
}

/** What was noted here since the folder was read stays as it is, a hold above all; the next look joins it with the folder. */
function notesNow(db: ReadDb, { bag, owner, before }: Settled): NotesToSave {
  if (before === null) return bag.notes
  const now = readStoredNotes(db, owner.id)
  return isSame(now, before) ? takenNotes(before, bag.notes) : asStored(now)
}

/** Notes that come from the folder are those of its file; those of messages are gone while the list is read anew. */
function isSame(one: StoredNotes, other: StoredNotes): boolean {
  return one.base === other.base && one.own === other.own && (!one.own || digest(one.notes) === digest(other.notes))
}

function outcomeOf(known: KnownArchive | null, bag: LibraryBag): Outcome {
  if (known === null) return 'added'
  if (known.path !== bag.path) return 'moved'
  return known.signature === null || known.notesSha256 === bag.notes.sha256 ? 'same' : 'changed'
}

async function movedFrom(candidates: readonly KnownArchive[]): Promise<KnownArchive | null> {
  for (const known of candidates) {
    if (!(await isBagThere(known.path))) return known
  }
  return null
}
