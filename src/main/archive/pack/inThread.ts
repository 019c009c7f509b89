import { runInThread } from '../../workers/runInThread.ts'
import { packBag, type PackControl, type Packed, type PackRequest } from './packBag.ts'
import { unsealArchive, type UnsealControl, type UnsealRequest } from './unsealArchive.ts'

export type PackQuestion = { kind: 'pack'; request: PackRequest } | { kind: 'unseal'; request: UnsealRequest }

export type Packer = ReturnType<typeof createPacker>

/** Packs and unseals in a thread of its own; without the built script on the caller's. */
export function createPacker(script: string | null) {
  return {
    pack: (request: PackRequest, control: PackControl): Promise<Packed> =>
      script === null ? packBag(request, control) : runInThread(script, { kind: 'pack', request }, control),
    unseal: (request: UnsealRequest, control: UnsealControl): Promise<string> =>
      script === null ? unsealArchive(request, control) : runInThread(script, { kind: 'unseal', request }, control),
  }
}
