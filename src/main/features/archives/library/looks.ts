import type { LookResult } from '../../../../shared/archives/library.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { isBagThere } from '../../../archive/holdsBag.ts'
import { appendAudit } from '../../../audit/repository.ts'
import type { Clock, Ids } from '../../../clock.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { isBelow } from '../../../files/isBelow.ts'
import { readArchive, rememberVerification } from '../repository.ts'
import { listKnown } from './archiveRepository.ts'
import { listFolders, noteLook } from './folderRepository.ts'
import { scan, type Scanned } from './scan.ts'
import { noteMissing, takeScan, type Broken } from './takeScan.ts'

export type LookOptions = {
  signal?: AbortSignal
  onFound?: (found: number) => void
  /** Whom the audit names; null: whoever asked tells of it. */
  operator: string | null
}
export type Looking = { db: WriteDb; clock: Clock; ids: Ids }

/**
 * Looks for archives and writes down what is there: what is new joins the list, what was moved is found again by its
 * manifest, what is gone is noted. Bags and folders are only read. Throws CANCELLED.
 */
export async function lookInto(given: Looking, roots: readonly string[], options: LookOptions): Promise<LookResult> {
  const { db, clock, ids } = given
  const now = clock.now().toISOString()
  const known = new Map(listKnown(db).flatMap(({ path, signature }) => (signature === null ? [] : [[path, signature]])))
  const signal = options.signal ?? new AbortController().signal
  const seen = new Set<string>()
  const taking = { db, ids, now, seen, onFound: options.onFound ?? (() => undefined) }
  const scanned = async function* (): AsyncGenerator<Scanned> {
    yield* scan({ roots, known }, signal)
    yield* scan({ roots: await passedOver(db, roots, seen), known }, signal)
  }
  const { broken, result } = await takeScan(taking, scanned()).catch((error: unknown) => {
    throw signal.aborted ? new AppError('CANCELLED', 'Looking for archives was stopped.', {}, { cause: error }) : error
  })
  const missing = await db.writer.alone(() => noteMissing(db, roots, seen, now))
  const whole = { ...result, missing }
  const { operator } = options
  const note = db.transaction(() => {
    for (const root of roots) noteLook(db, root, now, problemAt(root, whole))
    for (const one of broken) noteBroken(given, one, operator ?? 'Offhook', now)
    if (operator === null || whole.added + whole.moved === 0) return
    const subject = roots.length === 1 ? roots[0]! : `${roots.length} folders`
    appendAudit(db, clock, {
      operator,
      action: 'library.look',
      subject,
      detail: { ...whole, problems: whole.problems.length },
    })
  })
  await db.writer.alone(() => note.immediate())
  return whole
}

/** Archives of the list below the roots that lie where nobody looks for new ones: in a hidden folder, or deep down. */
async function passedOver(db: WriteDb, roots: readonly string[], seen: ReadonlySet<string>): Promise<string[]> {
  const unseen = listKnown(db).filter(({ path }) => !seen.has(path) && roots.some((root) => isBelow(path, root)))
  const there = await Promise.all(unseen.map(({ path }) => isBagThere(path)))
  return unseen.flatMap(({ path }, index) => (there[index] === true ? [path] : []))
}

/** The folders that are watched, and the archives that lie elsewhere. */
export function everywhere(db: WriteDb): string[] {
  const folders = listFolders(db).map(({ path }) => path)
  const elsewhere = listKnown(db)
    .map(({ path }) => path)
    .filter((path) => !folders.some((folder) => isBelow(path, folder)))
  return [...folders, ...elsewhere]
}

/** A bag without its bagit.txt, or with another manifest than the recorded one, is judged by that alone, once. */
function noteBroken({ db, clock }: Looking, { known, problem }: Broken, operator: string, now: string): void {
  const { verification, personName, path } = readArchive(db, known.id)
  if (verification === 'damaged') return
  rememberVerification(db, known.id, { verification: 'damaged', at: now, problems: [problem] })
  const detail = { path, verification: 'damaged', problems: 1 }
  appendAudit(db, clock, { operator, action: 'archive.verify', subject: personName, detail })
}

function problemAt(root: string, { problems }: LookResult): string | null {
  const here = problems.filter(({ folder }) => folder === root)
  if (here.length === 0) return null
  return here.length === 1 ? here[0]!.message : `${here[0]!.message} And ${here.length - 1} more.`
}
