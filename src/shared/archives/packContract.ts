import { z } from 'zod'
import { archiveId, sha256 } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { longestPassphrase, shortestPassphrase } from './passphrase.ts'

/** A file that was made of an archive; null when the dialog was cancelled. */
export const packedFile = z.object({ file: z.string(), bytes: z.int(), sha256 }).nullable()

export const packRoutes = {
  /** Verifies the archive, asks where to, and writes it as one zip. */
  'archives.export': route(z.object({ archiveId }), packedFile),
  /** The same, sealed with a passphrase in the age format. */
  'archives.seal': route(
    z.object({ archiveId, passphrase: z.string().min(shortestPassphrase).max(longestPassphrase) }),
    packedFile,
  ),
  /** Shows the file that was written last in the file manager; one of this start of the app. */
  'archives.showPacked': route(z.object({}), z.void()),
  /** Stops what one of the two is doing; it then fails with CANCELLED. */
  'archives.stopPacking': route(z.object({}), z.void()),
} as const
