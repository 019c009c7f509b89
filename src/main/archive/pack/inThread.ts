import { resolve } from 'node:path'
import { savedPartialOf } from '../../files/savedFile.ts'
import { journaled } from '../../unfinished/journaled.ts'
import { runInThread } from '../../workers/runInThread.ts'
import type { PackControl, Packed, PackRequest } from './packBag.ts'
import type { UnsealControl, UnsealRequest } from './unsealArchive.ts'
import { unsealedPartialOf } from './unsealedPartial.ts'

export type PackQuestion = { kind: 'pack'; request: PackRequest } | { kind: 'unseal'; request: UnsealRequest }

export type Packer = ReturnType<typeof createPacker>

/**
 * Packs and unseals in a thread of its own; without the built script on the caller's. The journal of the data folder
 * knows what lies there half, so that the next start removes what a kill left behind.
 */
export function createPacker(script: string | null, dataFolder: string) {
  return {
    pack: (request: PackRequest, control: PackControl): Promise<Packed> =>
      journaled(dataFolder, savedPartialOf(resolve(request.to)), async () =>
        script === null
          ? (await import('./packBag.ts')).packBag(request, control)
          : runInThread(script, { kind: 'pack', request }, control),
      ),
    unseal: (request: UnsealRequest, control: UnsealControl): Promise<string> =>
      journaled(dataFolder, unsealedPartialOf(request), async () =>
        script === null
          ? (await import('./unsealArchive.ts')).unsealArchive(request, control)
          : runInThread(script, { kind: 'unseal', request }, control),
      ),
  }
}
