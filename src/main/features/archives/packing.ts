import type { ArchiveId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { PackControl, Packed } from '../../archive/pack/packBag.ts'
import type { Packer } from '../../archive/pack/inThread.ts'
import { appendAudit } from '../../audit/repository.ts'
import type { Clock } from '../../clock.ts'
import { commitWhenFree } from '../../db/commitWhenFree.ts'
import type { WriteDb } from '../../db/sql.ts'
import { readArchive } from './repository.ts'

type Given = { db: WriteDb; clock: Clock; operator: () => { name: string }; packer: Packer }
export type PackTarget = { to: string; passphrase: string | null; replace: boolean }
export type Packing = ReturnType<typeof createPacking>

/** Makes files of archives that are in the list, one at a time, and tells each in the audit. */
export function createPacking({ db, clock, operator, packer }: Given) {
  let active: AbortController | null = null
  return {
    /** Throws NOT_FOUND, CONFLICT while another one is made, CANCELLED, and what packBag throws. */
    pack: async (id: ArchiveId, target: PackTarget, { signal, report }: PackControl): Promise<Packed> => {
      if (active !== null)
        throw new AppError('CONFLICT', 'Another archive is being made into a file. Wait for it, or stop it.')
      // Asked now: the lock may fall while the file is made, and whoever began it has made it.
      const by = operator().name
      const { path, personName } = readArchive(db, id)
      const action = target.passphrase === null ? 'archive.export' : 'archive.seal'
      const event = { operator: by, action, subject: personName } as const
      const control = new AbortController()
      active = control
      try {
        // What leaves the archives is told before it can lie anywhere.
        const begun = { ...event, action: 'archive.packStart', detail: { file: target.to } } as const
        await commitWhenFree(db, () => appendAudit(db, clock, begun))
        const both = AbortSignal.any([signal, control.signal])
        const packed = await packer.pack({ bag: path, ...target }, { signal: both, report })
        const { file, bytes, sha256 } = packed
        await commitWhenFree(db, () => appendAudit(db, clock, { ...event, detail: { file, bytes, sha256 } }))
        return packed
      } catch (error) {
        if (!control.signal.aborted) throw error
        throw new AppError('CANCELLED', 'Stopped. No file was written.')
      } finally {
        active = null
      }
    },
    stop: (): void => active?.abort(),
  }
}
