import { z } from 'zod'
import { archiveId, grantId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { longestPassphrase } from './passphrase.ts'

/** A sealed file that a dialog granted; bytes: null when its size is not known. */
export const sealedFile = z.object({ grantId, name: z.string(), bytes: z.int().nullable() })
export type SealedFile = z.infer<typeof sealedFile>

/** alsoAt: where the same archive of the list lies already, or null. */
export const unsealed = z.object({ archiveId, alsoAt: z.string().nullable() })
export type Unsealed = z.infer<typeof unsealed>

export const unsealRoutes = {
  /** Asks for a sealed file with a dialog; null when it was cancelled. */
  'archives.chooseSealed': route(z.object({}), sealedFile.nullable()),
  /**
   * Opens a sealed file into a folder of its own below the given one, verifies it and puts it on the list. A short
   * passphrase may be right: other programs seal, too. Fails with CANCELLED when it is stopped.
   */
  'archives.unseal': route(
    z.object({ file: grantId, folder: grantId, passphrase: z.string().min(1).max(longestPassphrase) }),
    unsealed,
  ),
  'archives.stopUnsealing': route(z.object({}), z.void()),
} as const
