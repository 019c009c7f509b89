import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LookResult } from '../../../../shared/archives/library.ts'
import type { BagProblem } from '../../../../shared/archives/model.ts'
import type { Ids } from '../../../clock.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { isBelow } from '../../../files/isBelow.ts'
import { findAtPath, listKnown, setMissing, type KnownArchive } from './archiveRepository.ts'
import { indexMessages } from './messageRepository.ts'
import { resealed } from '../verifyArchive.ts'
import type { Scanned } from './scan.ts'
import { bagWriter, messagesWriter, settleBag, type Settled, type Write } from './settleBag.ts'

/** seen: where bags were found, as it goes. */
type Given = { db: WriteDb; ids: Ids; now: string; seen: Set<string>; onFound(found: number): void }

/** A transaction for so many messages: some tenths of a second. With fewer the index is merged more often. */
const writtenAtOnce = 2000

/** An archive of the list that is damaged, as a look already tells. */
export type Broken = { known: KnownArchive; problem: BagProblem }
type Taken = {
  broken: Broken[]
  result: Omit<LookResult, 'missing'>
}

/** Writes down what a scan sees, several bags at a time; a bag counts as indexed when its last message is. */
export async function takeScan(
  { db, ids, now, seen, onFound }: Given,
  scanned: AsyncIterable<Scanned>,
): Promise<Taken> {
  const result: Taken['result'] = { found: 0, added: 0, changed: 0, moved: 0, problems: [] }
  const taken: Taken = { broken: [], result }
  const writes = gatherWrites(db)
  let current: Settled | null = null
  for await (const one of scanned) {
    if (one.kind === 'problem') {
      result.problems.push({ folder: one.root, message: one.message })
      // Damaged, not missing: its signature stays, and the daily check judges it.
      if (one.path !== null && findAtPath(db, one.path) !== null) seen.add(one.path)
    }
    if (one.kind === 'broken') {
      const known = findAtPath(db, one.path)
      result.problems.push({ folder: one.root, message: one.problem.message })
      if (known !== null) {
        taken.broken.push({ known, problem: one.problem })
        seen.add(one.path)
      }
    }
    if (one.kind === 'same') seen.add(one.path)
    if (one.kind === 'bag') {
      seen.add(one.bag.path)
      current = await settleBag({ db, ids }, one)
      const { known, outcome } = current
      if (known !== null && known.manifestSha256 !== one.bag.manifestSha256)
        taken.broken.push({ known, problem: resealed('manifest-sha256.txt') })
      if (outcome !== 'same') result[outcome] += 1
      await writes.add(one.messages?.length ?? 0, bagWriter(db, current, one, now))
      // The next bag may be a copy of this one, or have been moved out of its place.
      if (known !== null) await writes.flush()
    }
    if (one.kind === 'messages' && current !== null)
      await writes.add(one.messages.length, messagesWriter(db, current, one))
    await nextTurn()
    result.found = seen.size
    onFound(seen.size)
  }
  await writes.flush()
  return taken
}

/** Gathers what is to be written until it is worth a transaction. */
function gatherWrites(db: WriteDb) {
  let waiting: Write[] = []
  let gathered = 0
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return
    const some = waiting
    waiting = []
    gathered = 0
    const writeAll = db.transaction(() =>
      indexMessages(
        db,
        some.flatMap((write) => write()),
      ),
    )
    await db.writer.alone(() => writeAll.immediate())
  }
  return {
    add: async (messages: number, write: Write): Promise<void> => {
      waiting.push(write)
      gathered += messages
      if (gathered >= writtenAtOnce) await flush()
    },
    flush,
  }
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
