import type { ArchiveRow } from '../../../shared/archives/model.ts'
import type { Unsealed } from '../../../shared/archives/unsealContract.ts'
import type { UnsealPhase } from '../../../shared/ipc/contract.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { isBagThere } from '../../archive/holdsBag.ts'
import type { Packer } from '../../archive/pack/inThread.ts'
import type { UnsealRequest } from '../../archive/pack/unsealArchive.ts'
import { appendAudit } from '../../audit/repository.ts'
import type { Clock } from '../../clock.ts'
import { commitWhenFree } from '../../db/commitWhenFree.ts'
import type { WriteDb } from '../../db/sql.ts'
import { findByManifest } from './library/archiveRepository.ts'
import type { Archives } from './service.ts'

type Given = {
  db: WriteDb
  clock: Clock
  operator: () => { name: string }
  packer: Pick<Packer, 'unseal'>
  archives: Pick<Archives, 'add' | 'findAt' | 'verify'>
}
export type UnsealingProgress = { phase: UnsealPhase; done: number; total: number | null; bytes: number }
type Control = { signal: AbortSignal; report(progress: UnsealingProgress): void }
export type Unsealing = ReturnType<typeof createUnsealing>

/** Opens sealed archives, one at a time, and puts each on the list as any bag that is added. */
export function createUnsealing(given: Given) {
  let active: AbortController | null = null
  return {
    /**
     * Stopped once the folder is whole, it stays, on the list and not verified there. Throws CANCELLED, CONFLICT while
     * another one is opened, and what unsealArchive throws; with the detail opened, the folder is there and not on the list.
     */
    unseal: async (request: UnsealRequest, report: Control['report']): Promise<Unsealed> => {
      if (active !== null)
        throw new AppError('CONFLICT', 'Another sealed archive is being opened. Wait for it, or stop it.')
      const control = new AbortController()
      active = control
      try {
        // Asked now: the lock may fall while the file is opened, and whoever began it has opened it.
        const by = given.operator().name
        const how = { signal: control.signal, report }
        const folder = await openFile(given, request, how)
        return await takeIn(given, { folder, file: request.file, by }, how)
      } finally {
        active = null
      }
    },
    stop: (): void => active?.abort(),
  }
}

async function openFile({ packer, archives }: Given, request: UnsealRequest, control: Control): Promise<string> {
  try {
    return await packer.unseal(request, control)
  } catch (error) {
    if (control.signal.aborted) throw new AppError('CANCELLED', 'Stopped. Nothing was written.', {}, { cause: error })
    const folder = error instanceof AppError && error.code === 'CONFLICT' ? error.details['folder'] : null
    const known = typeof folder === 'string' ? archives.findAt(folder) : null
    if (known === null) throw error
    throw new AppError(
      'CONFLICT',
      `${known.path} exists already, and is in the list. Open it there, or choose another folder to have both.`,
      { archiveId: known.id },
      { cause: error },
    )
  }
}

/** What is readable on the disk from now on is told in the audit before anything else can fail. */
async function takeIn(
  { db, clock, archives }: Given,
  { folder, file, by }: { folder: string; file: string; by: string },
  { signal, report }: Control,
): Promise<Unsealed> {
  const event = { operator: by, action: 'archive.unseal', subject: folder, detail: { file } } as const
  await commitWhenFree(db, () => appendAudit(db, clock, event))
  try {
    const archive = await archives.add(folder, by)
    const told = (done: number, total: number | null, bytes: number): void =>
      report({ phase: 'verifying', done, total, bytes })
    await archives.verify(archive.id, { signal, report: told }, by).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
    return { archiveId: archive.id, alsoAt: await otherPlaceOf(db, archive) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const message = `The archive is opened and lies in ${folder}, but could not join the list. Add that folder there. The cause: ${error.message}`
    throw new AppError(error.code, message, { opened: true }, { cause: error })
  }
}

async function otherPlaceOf(db: WriteDb, { id, manifestSha256 }: ArchiveRow): Promise<string | null> {
  for (const other of findByManifest(db, manifestSha256)) {
    if (other.id !== id && (await isBagThere(other.path))) return other.path
  }
  return null
}
