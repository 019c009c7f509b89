import { z } from 'zod'
import { archiveId, greetingId, voicemailId } from '../ids.ts'
import { archivedGreeting } from '../archives/records.ts'
import { route } from '../ipc/route.ts'
import { maximalBars, soundLook } from './model.ts'

/**
 * A message on the phone system, or in an archive by its id in voicemails.json; a greeting on the phone system, or in an
 * archive by the number that its file begins with.
 */
export const soundPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('voicemail'), id: voicemailId }),
  z.object({ kind: z.literal('archive'), archiveId, messageId: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('greeting'), id: greetingId }),
  z.object({ kind: z.literal('archivedGreeting'), archiveId, number: archivedGreeting.shape.number }),
])
export type SoundPlace = z.infer<typeof soundPlace>

export const listenRoutes = {
  /** What is known of a sound; its picture is made once, in a thread, and kept. */
  'listen.look': route(z.object({ place: soundPlace }), soundLook),
  /** Keeps the picture of a sound that only the window decodes; the first one stays. */
  'listen.keepPeaks': route(
    z.object({ place: soundPlace, peaks: z.array(z.int().min(0).max(255)).min(1).max(maximalBars) }),
    z.void(),
  ),
} as const
